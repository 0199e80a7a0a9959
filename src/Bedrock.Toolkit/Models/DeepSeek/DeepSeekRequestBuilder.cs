namespace Bedrock.Toolkit.Models;

/// <summary>Writes a conversation as the one prompt that DeepSeek-R1 understands. Not thread-safe.</summary>
/// <remarks>
/// <para>The template, with full-width bars and block characters: <c>&lt;｜begin▁of▁sentence｜>system&lt;｜User｜>user&lt;｜Assistant｜>&lt;think></c>
/// and a line break, which makes the model reason first. Earlier answers come without their reasoning and end with
/// <c>&lt;｜end▁of▁sentence｜></c> (unconfirmed on Bedrock).
/// The template has no tools: for those use Converse.</para>
/// <para>Special tokens in a text would let its author speak for the other side. They are neutralised: a space goes behind the first character, so
/// <c>&lt;｜User｜></c> becomes <c>&lt; ｜User｜></c> and <c>&lt;/think></c> becomes <c>&lt; /think></c>. That holds for every text of the form
/// <c>&lt;｜name｜></c>, with any kind of bar, in any letter case, with look-alike or invisible characters. Nothing else in a text is
/// changed, apart from white space around the whole of it.</para>
/// <para>Turns of one side that follow each other become one, with an empty line between them.</para>
/// <para>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-deepseek.html</para>
/// </remarks>
public sealed class DeepSeekRequestBuilder : PromptRequestBuilder<DeepSeekRequestBuilder, DeepSeekRequest>
{
    // The model's own tokens have block characters between the words; with spaces they look the same to a reader.
    private static readonly SpecialTokens Tokens = new(
        hasBarred: true, DeepSeekReasoning.Begin, DeepSeekReasoning.End, "<|begin of sentence|>", "<|end of sentence|>");

    private readonly List<string> _stop = [];

    /// <summary>Sets the system text.</summary>
    /// <param name="text">Instructions for the whole conversation; null for none, as the model's makers advise.</param>
    /// <returns>This builder.</returns>
    public DeepSeekRequestBuilder System(string? text) => SetSystem(text);

    /// <summary>Adds a turn of the model.</summary>
    /// <param name="text">What the model said; reasoning up to <c>&lt;/think></c> is left out, as the template does.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The text, or what follows the reasoning, is blank.</exception>
    public DeepSeekRequestBuilder Assistant(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        string answer = DeepSeekReasoning.Split(text).Answer;
        return string.IsNullOrWhiteSpace(answer)
            ? throw new ArgumentException("The text has reasoning, but no answer that could be a turn of the conversation.", nameof(text))
            : Add(PromptSpeaker.Assistant, answer);
    }

    /// <summary>Adds the model's previous answer as its turn, without the reasoning.</summary>
    /// <param name="response">The answer.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The answer has no text, or was cut before the reasoning ended.</exception>
    public DeepSeekRequestBuilder Assistant(DeepSeekResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (string.IsNullOrWhiteSpace(response.AnswerText))
        {
            throw new ArgumentException("The response has no answer that could be a turn of the conversation.", nameof(response));
        }

        return response.ReasoningText is null && response.StopReason == DeepSeekStopReason.Length
            ? throw new ArgumentException("The response was cut before its reasoning ended, so it has no answer: raise MaxTokens.", nameof(response))
            : Assistant(response.AnswerText);
    }

    /// <summary>Adds texts at which the model stops.</summary>
    /// <param name="stop">The texts; at most 10 in all.</param>
    /// <returns>This builder.</returns>
    public DeepSeekRequestBuilder Stop(params IEnumerable<string> stop)
    {
        ArgumentNullException.ThrowIfNull(stop);
        _stop.AddRange(stop);
        return this;
    }

    private protected override string Render()
    {
        var prompt = new StringBuilder("<｜begin▁of▁sentence｜>");
        prompt.Append(Tokens.Neutralise(SystemText ?? string.Empty));
        foreach (PromptTurn turn in Turns)
        {
            string safe = Tokens.Neutralise(turn.Text);
            prompt.Append(turn.Speaker == PromptSpeaker.User ? $"<｜User｜>{safe}" : $"<｜Assistant｜>{safe}<｜end▁of▁sentence｜>");
        }

        return prompt.Append($"<｜Assistant｜>{DeepSeekReasoning.Begin}\n").ToString();
    }

    private protected override DeepSeekRequest Create(string prompt, int? maxTokens, double? temperature, double? topP) =>
        new() { Prompt = prompt, Temperature = temperature, TopP = topP, MaxTokens = maxTokens, Stop = _stop.Count == 0 ? null : [.. _stop] };
}
