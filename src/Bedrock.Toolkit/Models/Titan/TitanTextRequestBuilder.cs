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
public sealed class TitanTextRequestBuilder : PromptRequestBuilder<TitanTextRequestBuilder, TitanTextRequest>
{
    private const string StopAtUser = "User:";

    private protected override bool JoinsTurns => false;

    /// <summary>Adds a turn of the model.</summary>
    /// <param name="text">What the model said.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public TitanTextRequestBuilder Bot(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return Add(PromptSpeaker.Assistant, text);
    }

    /// <summary>Adds the model's previous answer as its turn.</summary>
    /// <param name="response">The answer.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The answer has no text.</exception>
    public TitanTextRequestBuilder Bot(TitanTextResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return Add(PromptSpeaker.Assistant, RequireText(response.Text, nameof(response)));
    }

    private protected override string Render() => TitanTextPrompt.Render(Turns);

    private protected override TitanTextRequest Create(string prompt, int? maxTokens, double? temperature, double? topP) => new()
    {
        InputText = prompt,
        TextGenerationConfig = new TitanTextGenerationConfig
        {
            Temperature = temperature,
            TopP = topP,
            MaxTokenCount = maxTokens,
            StopSequences = [StopAtUser],
        },
    };
}
