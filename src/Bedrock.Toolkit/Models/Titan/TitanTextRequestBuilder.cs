namespace Bedrock.Toolkit.Models;

/// <summary>Writes a conversation as the one prompt that Titan Text models understand. Not thread-safe.</summary>
/// <remarks>
/// <para>The convention, one line per turn and the open turn of the model at the end: <c>User: …</c>, <c>Bot: …</c>, <c>User: …</c>, <c>Bot:</c>.
/// The stop sequence <c>User:</c> keeps the model from writing the user's next turn itself.</para>
/// <para>A line inside a turn that looks like the start of a turn would let its author speak for the other side. Such a line, the first one
/// included, gets <c>&gt; </c> put in front: <c>Bot: I agree</c> becomes <c>&gt; Bot: I agree</c>. Letter case, white space and invisible
/// characters do not matter for that. Nothing else in a text is changed, apart from white space around the whole of it.</para>
/// <para>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-text.html</para>
/// </remarks>
public sealed class TitanTextRequestBuilder
{
    private const string StopAtUser = "User:";

    private readonly TitanTextPrompt _prompt = new();
    private int? _maxTokenCount;
    private double? _temperature;
    private double? _topP;

    /// <summary>Adds a turn of the user.</summary>
    /// <param name="text">What the user says.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public TitanTextRequestBuilder User(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        _prompt.AddUser(text);
        return this;
    }

    /// <summary>Adds a turn of the model.</summary>
    /// <param name="text">What the model said.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public TitanTextRequestBuilder Bot(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        _prompt.AddBot(text);
        return this;
    }

    /// <summary>Adds the model's previous answer as its turn.</summary>
    /// <param name="response">The answer.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The answer has no text.</exception>
    public TitanTextRequestBuilder Bot(TitanTextResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (string.IsNullOrWhiteSpace(response.Text))
        {
            throw new ArgumentException("The response has no text that could be a turn of the conversation.", nameof(response));
        }

        _prompt.AddBot(response.Text);
        return this;
    }

    /// <summary>Limits the length of the answer.</summary>
    /// <param name="maxTokenCount">In tokens: 0 to 4,096 (Lite), 8,192 (Express) or 3,072 (Premier).</param>
    /// <returns>This builder.</returns>
    public TitanTextRequestBuilder MaxTokens(int maxTokenCount)
    {
        _maxTokenCount = maxTokenCount;
        return this;
    }

    /// <summary>Sets how freely the next word is drawn.</summary>
    /// <param name="temperature">0 to 1.</param>
    /// <returns>This builder.</returns>
    public TitanTextRequestBuilder Temperature(double temperature)
    {
        _temperature = temperature;
        return this;
    }

    /// <summary>Sets the share of probability from which words are drawn.</summary>
    /// <param name="topP">Above 0 and up to 1.</param>
    /// <returns>This builder.</returns>
    public TitanTextRequestBuilder TopP(double topP)
    {
        _topP = topP;
        return this;
    }

    /// <summary>Makes the request; the builder can go on and build the next one.</summary>
    /// <returns>A new request.</returns>
    /// <exception cref="InvalidOperationException">The last turn is not the user's.</exception>
    public TitanTextRequest Build()
    {
        if (!_prompt.EndsWithUser)
        {
            throw new InvalidOperationException("The last turn must be the user's: call User(...) before Build().");
        }

        return new TitanTextRequest
        {
            InputText = _prompt.ToString(),
            TextGenerationConfig = new TitanTextGenerationConfig
            {
                Temperature = _temperature,
                TopP = _topP,
                MaxTokenCount = _maxTokenCount,
                StopSequences = [StopAtUser],
            },
        };
    }
}
