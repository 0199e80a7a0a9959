using System.Text;

namespace Bedrock.Toolkit.Models;

/// <summary>Writes a conversation as the one prompt that Mistral models understand. Not thread-safe.</summary>
/// <remarks>
/// <para>The template: <c>&lt;s>[INST] user [/INST] answer&lt;/s>[INST] user [/INST]</c>. It has no place for a system text: that goes in front of the first
/// turn of the user, with an empty line between. It has no tools either: Mistral Large takes them in its chat format, others in Converse.</para>
/// <para>Special tokens in a text would let its author speak for the other side. They are neutralised: a space goes behind the first character, so
/// <c>[INST]</c> becomes <c>[ INST]</c> and <c>&lt;/s></c> becomes <c>&lt; /s></c>, in any letter case, with look-alike or invisible characters.
/// Nothing else in
/// a text is changed, apart from white space around the whole of it.</para>
/// <para>Turns of one side that follow each other become one, with an empty line between them.</para>
/// <para>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-text-completion.html</para>
/// </remarks>
public sealed class MistralRequestBuilder
{
    private const string JoinedTurns = "\n\n";

    // Those of later versions of the vendor's tokenizer are here too: a text that means nothing to one model may to the next.
    private static readonly SpecialTokens Tokens = new(
        hasBarred: false,
        "[inst]", "[/inst]", "<s>", "</s>", "<unk>", "<pad>", "[available_tools]", "[/available_tools]", "[tool_results]", "[/tool_results]", "[tool_calls]",
        "[system_prompt]", "[/system_prompt]", "[img]", "[img_break]", "[img_end]", "[prefix]", "[middle]", "[suffix]", "<<sys>>", "<</sys>>");

    private readonly List<(bool IsUser, string Text)> _turns = [];
    private readonly List<string> _stop = [];
    private string? _system;
    private int? _maxTokens;
    private double? _temperature;
    private double? _topP;
    private int? _topK;

    /// <summary>Sets the system text, which stands in front of the user's first turn.</summary>
    /// <param name="text">Instructions for the whole conversation; null for none.</param>
    /// <returns>This builder.</returns>
    public MistralRequestBuilder System(string? text)
    {
        _system = text?.Trim();
        return this;
    }

    /// <summary>Adds a turn of the user.</summary>
    /// <param name="text">What the user says.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public MistralRequestBuilder User(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return Add(isUser: true, text);
    }

    /// <summary>Adds a turn of the model.</summary>
    /// <param name="text">What the model said.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    /// <exception cref="InvalidOperationException">It is the first turn, which the template leaves to the user.</exception>
    public MistralRequestBuilder Assistant(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return _turns.Count > 0
            ? Add(isUser: false, text)
            : throw new InvalidOperationException("The first turn must be the user's: call User(...) before Assistant(...).");
    }

    /// <summary>Adds the model's previous answer as its turn.</summary>
    /// <param name="response">The answer.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The answer has no text.</exception>
    public MistralRequestBuilder Assistant(MistralResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return string.IsNullOrWhiteSpace(response.Text)
            ? throw new ArgumentException("The response has no text that could be a turn of the conversation.", nameof(response))
            : Assistant(response.Text);
    }

    /// <summary>Limits the length of the answer.</summary>
    /// <param name="maxTokens">In tokens: 1 to 8,192, for Mixtral 8x7B 4,096; null for the default of the service.</param>
    /// <returns>This builder.</returns>
    public MistralRequestBuilder MaxTokens(int? maxTokens)
    {
        _maxTokens = maxTokens;
        return this;
    }

    /// <summary>Sets how freely the model chooses its words.</summary>
    /// <param name="temperature">0 to 1; null for the default of the service.</param>
    /// <returns>This builder.</returns>
    public MistralRequestBuilder Temperature(double? temperature)
    {
        _temperature = temperature;
        return this;
    }

    /// <summary>Sets the share of probability from which words are chosen.</summary>
    /// <param name="topP">0 to 1; null for the default of the service.</param>
    /// <returns>This builder.</returns>
    public MistralRequestBuilder TopP(double? topP)
    {
        _topP = topP;
        return this;
    }

    /// <summary>Sets from how many of the likeliest words the model chooses.</summary>
    /// <param name="topK">1 to 200; null for the default of the service.</param>
    /// <returns>This builder.</returns>
    public MistralRequestBuilder TopK(int? topK)
    {
        _topK = topK;
        return this;
    }

    /// <summary>Adds texts at which the model stops.</summary>
    /// <param name="stop">The texts; at most 10 in all.</param>
    /// <returns>This builder.</returns>
    public MistralRequestBuilder Stop(params IEnumerable<string> stop)
    {
        ArgumentNullException.ThrowIfNull(stop);
        _stop.AddRange(stop);
        return this;
    }

    /// <summary>Makes the request; the builder can go on and build the next one.</summary>
    /// <returns>A new request.</returns>
    /// <exception cref="InvalidOperationException">The last turn is not the user's.</exception>
    public MistralRequest Build()
    {
        if (_turns is not [.., (IsUser: true, _)])
        {
            throw new InvalidOperationException("The last turn must be the user's: call User(...) before Build().");
        }

        return new MistralRequest
        {
            Prompt = Render(),
            MaxTokens = _maxTokens,
            Stop = _stop.Count == 0 ? null : [.. _stop],
            Temperature = _temperature,
            TopP = _topP,
            TopK = _topK,
        };
    }

    private MistralRequestBuilder Add(bool isUser, string text)
    {
        if (_turns is [.., { } last] && last.IsUser == isUser)
        {
            _turns[^1] = (isUser, last.Text + JoinedTurns + text.Trim());
        }
        else
        {
            _turns.Add((isUser, text.Trim()));
        }

        return this;
    }

    private string Render()
    {
        var prompt = new StringBuilder("<s>");
        string system = string.IsNullOrEmpty(_system) ? string.Empty : _system + JoinedTurns;
        foreach ((bool isUser, string text) in _turns)
        {
            prompt.Append(isUser ? $"[INST] {Tokens.Neutralise(system + text)} [/INST]" : $" {Tokens.Neutralise(text)}</s>");
            system = string.Empty;
        }

        return prompt.ToString();
    }
}
