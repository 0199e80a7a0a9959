using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit;

/// <summary>What the builders share that write a conversation as one prompt: its turns, and how to go on. Not thread-safe.</summary>
/// <typeparam name="TBuilder">The builder itself.</typeparam>
/// <typeparam name="TRequest">The request.</typeparam>
public abstract class PromptRequestBuilder<TBuilder, TRequest>
    where TBuilder : PromptRequestBuilder<TBuilder, TRequest>
{
    private protected const string JoinedTurns = "\n\n";

    private readonly List<PromptTurn> _turns = [];
    private int? _maxTokens;
    private double? _temperature;
    private double? _topP;

    private protected PromptRequestBuilder() { }

    /// <summary>The turns so far.</summary>
    private protected IReadOnlyList<PromptTurn> Turns => _turns;

    /// <summary>The system text, without white space around it.</summary>
    private protected string? SystemText { get; private set; }

    /// <summary>Whether turns of one side that follow each other become one, because the template knows only alternating turns.</summary>
    private protected virtual bool JoinsTurns => true;

    /// <summary>Whose turn is the last one of a prompt, for the message that refuses another.</summary>
    private protected virtual string LastTurn => "the user's: call User(...)";

    /// <summary>Adds a turn of the user.</summary>
    /// <param name="text">What the user says.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public TBuilder User(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return Add(PromptSpeaker.User, text);
    }

    /// <summary>Limits the length of the answer, reasoning included.</summary>
    /// <param name="maxTokens">In tokens, in the range of the request's member; null for the default of the service.</param>
    /// <returns>This builder.</returns>
    public TBuilder MaxTokens(int? maxTokens)
    {
        _maxTokens = maxTokens;
        return (TBuilder)this;
    }

    /// <summary>Sets how freely the model chooses its words.</summary>
    /// <param name="temperature">0 to 1; null for the default of the service.</param>
    /// <returns>This builder.</returns>
    public TBuilder Temperature(double? temperature)
    {
        _temperature = temperature;
        return (TBuilder)this;
    }

    /// <summary>Sets the share of probability from which words are chosen.</summary>
    /// <param name="topP">0 to 1; null for the default of the service.</param>
    /// <returns>This builder.</returns>
    public TBuilder TopP(double? topP)
    {
        _topP = topP;
        return (TBuilder)this;
    }

    /// <summary>Makes the request; the builder can go on and build the next one.</summary>
    /// <returns>A new request.</returns>
    /// <exception cref="InvalidOperationException">The last turn is the model's.</exception>
    public TRequest Build() => _turns is [.., { Speaker: PromptSpeaker.User or PromptSpeaker.ToolResult }]
        ? Create(Render(), _maxTokens, _temperature, _topP)
        : throw new InvalidOperationException($"The last turn must be {LastTurn} before Build().");

    /// <summary>The text of a response as a turn of the model.</summary>
    private protected static string RequireText(string text, string response) => string.IsNullOrWhiteSpace(text)
        ? throw new ArgumentException("The response has no text that could be a turn of the conversation.", response)
        : text;

    private protected TBuilder SetSystem(string? text)
    {
        SystemText = text?.Trim();
        return (TBuilder)this;
    }

    private protected TBuilder Add(PromptSpeaker speaker, string text, string images = "")
    {
        if (JoinsTurns && speaker is PromptSpeaker.User or PromptSpeaker.Assistant && _turns is [.., { } last] && last.Speaker == speaker)
        {
            _turns[^1] = last with { Images = last.Images + images, Text = last.Text + JoinedTurns + text.Trim() };
        }
        else
        {
            _turns.Add(new PromptTurn(speaker, text.Trim(), images));
        }

        return (TBuilder)this;
    }

    /// <summary>The prompt, with no force left in the special tokens of any text.</summary>
    private protected abstract string Render();

    private protected abstract TRequest Create(string prompt, int? maxTokens, double? temperature, double? topP);
}
