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
public sealed class MistralRequestBuilder : PromptRequestBuilder<MistralRequestBuilder, MistralRequest>
{
    // Those of later versions of the vendor's tokenizer are here too: a text that means nothing to one model may to the next.
    private static readonly SpecialTokens Tokens = new(
        hasBarred: false,
        "[inst]", "[/inst]", "<s>", "</s>", "<unk>", "<pad>", "[available_tools]", "[/available_tools]", "[tool_results]", "[/tool_results]", "[tool_calls]",
        "[system_prompt]", "[/system_prompt]", "[img]", "[img_break]", "[img_end]", "[prefix]", "[middle]", "[suffix]", "<<sys>>", "<</sys>>");

    private readonly List<string> _stop = [];
    private int? _topK;

    /// <summary>Sets the system text, which stands in front of the user's first turn.</summary>
    /// <param name="text">Instructions for the whole conversation; null for none.</param>
    /// <returns>This builder.</returns>
    public MistralRequestBuilder System(string? text) => SetSystem(text);

    /// <summary>Adds a turn of the model.</summary>
    /// <param name="text">What the model said.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    /// <exception cref="InvalidOperationException">It is the first turn, which the template leaves to the user.</exception>
    public MistralRequestBuilder Assistant(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return Turns.Count > 0
            ? Add(PromptSpeaker.Assistant, text)
            : throw new InvalidOperationException("The first turn must be the user's: call User(...) before Assistant(...).");
    }

    /// <summary>Adds the model's previous answer as its turn.</summary>
    /// <param name="response">The answer.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The answer has no text.</exception>
    public MistralRequestBuilder Assistant(MistralResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return Assistant(RequireText(response.Text, nameof(response)));
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

    private protected override string Render()
    {
        var prompt = new StringBuilder("<s>");
        string system = string.IsNullOrEmpty(SystemText) ? string.Empty : SystemText + JoinedTurns;
        foreach (PromptTurn turn in Turns)
        {
            string safe = Tokens.Neutralise(system + turn.Text);
            prompt.Append(turn.Speaker == PromptSpeaker.User ? $"[INST] {safe} [/INST]" : $" {safe}</s>");
            system = string.Empty;
        }

        return prompt.ToString();
    }

    private protected override MistralRequest Create(string prompt, int? maxTokens, double? temperature, double? topP) =>
        new() { Prompt = prompt, MaxTokens = maxTokens, Stop = _stop.Count == 0 ? null : [.. _stop], Temperature = temperature, TopP = topP, TopK = _topK };
}
