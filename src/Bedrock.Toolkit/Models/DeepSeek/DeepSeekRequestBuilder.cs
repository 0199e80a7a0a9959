using System.Text;

namespace Bedrock.Toolkit.Models;

/// <summary>Writes a conversation as the one prompt that DeepSeek-R1 understands. Not thread-safe.</summary>
/// <remarks>
/// <para>The template, with full-width bars and block characters: <c>&lt;｜begin▁of▁sentence｜>system&lt;｜User｜>user&lt;｜Assistant｜>&lt;think></c> and a
/// line break, which
/// makes the model reason first. Earlier answers come without their reasoning and end with <c>&lt;｜end▁of▁sentence｜></c> (unconfirmed on Bedrock).
/// The template has no tools: for those use Converse.</para>
/// <para>Special tokens in a text would let its author speak for the other side. They are neutralised: a space goes behind the first character, so
/// <c>&lt;｜User｜></c> becomes <c>&lt; ｜User｜></c> and <c>&lt;/think></c> becomes <c>&lt; /think></c>. That holds for every text of the form <c>&lt;｜name｜></c>,
/// with any kind of bar, in any letter case, with look-alike or invisible characters. Nothing else in a text is changed, apart from white space around
/// the whole of it.</para>
/// <para>Turns of one side that follow each other become one, with an empty line between them.</para>
/// <para>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-deepseek.html</para>
/// </remarks>
public sealed class DeepSeekRequestBuilder
{
    private const string JoinedTurns = "\n\n";

    // The model's own tokens have block characters between the words; with spaces they look the same to a reader.
    private static readonly SpecialTokens Tokens = new(
        hasBarred: true, DeepSeekReasoning.Begin, DeepSeekReasoning.End, "<|begin of sentence|>", "<|end of sentence|>");

    private readonly List<(bool IsUser, string Text)> _turns = [];
    private readonly List<string> _stop = [];
    private string? _system;
    private int? _maxTokens;
    private double? _temperature;
    private double? _topP;

    /// <summary>Sets the system text.</summary>
    /// <param name="text">Instructions for the whole conversation; null for none, as the model's makers advise.</param>
    /// <returns>This builder.</returns>
    public DeepSeekRequestBuilder System(string? text)
    {
        _system = text?.Trim();
        return this;
    }

    /// <summary>Adds a turn of the user.</summary>
    /// <param name="text">What the user says.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public DeepSeekRequestBuilder User(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return Add(isUser: true, text);
    }

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
            : Add(isUser: false, answer);
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

    /// <summary>Limits the length of the answer, reasoning included.</summary>
    /// <param name="maxTokens">In tokens: 1 to 32,768, better not above 8,192; null for the default of the service.</param>
    /// <returns>This builder.</returns>
    public DeepSeekRequestBuilder MaxTokens(int? maxTokens)
    {
        _maxTokens = maxTokens;
        return this;
    }

    /// <summary>Sets how freely the model chooses its words.</summary>
    /// <param name="temperature">0 to 1; null for the default of the service.</param>
    /// <returns>This builder.</returns>
    public DeepSeekRequestBuilder Temperature(double? temperature)
    {
        _temperature = temperature;
        return this;
    }

    /// <summary>Sets the share of probability from which words are chosen.</summary>
    /// <param name="topP">0 to 1; null for the default of the service.</param>
    /// <returns>This builder.</returns>
    public DeepSeekRequestBuilder TopP(double? topP)
    {
        _topP = topP;
        return this;
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

    /// <summary>Makes the request; the builder can go on and build the next one.</summary>
    /// <returns>A new request.</returns>
    /// <exception cref="InvalidOperationException">The last turn is not the user's.</exception>
    public DeepSeekRequest Build()
    {
        if (_turns is not [.., (IsUser: true, _)])
        {
            throw new InvalidOperationException("The last turn must be the user's: call User(...) before Build().");
        }

        return new DeepSeekRequest
        {
            Prompt = Render(),
            Temperature = _temperature,
            TopP = _topP,
            MaxTokens = _maxTokens,
            Stop = _stop.Count == 0 ? null : [.. _stop],
        };
    }

    private DeepSeekRequestBuilder Add(bool isUser, string text)
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
        var prompt = new StringBuilder("<｜begin▁of▁sentence｜>");
        prompt.Append(Tokens.Neutralise(_system ?? string.Empty));
        foreach ((bool isUser, string text) in _turns)
        {
            string safe = Tokens.Neutralise(text);
            prompt.Append(isUser ? $"<｜User｜>{safe}" : $"<｜Assistant｜>{safe}<｜end▁of▁sentence｜>");
        }

        return prompt.Append($"<｜Assistant｜>{DeepSeekReasoning.Begin}\n").ToString();
    }
}
