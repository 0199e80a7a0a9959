namespace Bedrock.Toolkit.Converse;

/// <summary>What a conversation with tools came to. Immutable.</summary>
public sealed class ToolLoopResult
{
    internal ToolLoopResult(ConverseResponse response, ConverseRequest conversation, IReadOnlyList<ConverseResponse> responses)
    {
        Response = response;
        Conversation = conversation;
        Responses = responses;
    }

    /// <summary>The last answer of the model.</summary>
    public ConverseResponse Response { get; }

    /// <summary>The conversation with all turns, the last answer included: to be saved, or gone on with.</summary>
    public ConverseRequest Conversation { get; }

    /// <summary>All answers of the model, in order; the last one is <see cref="Response"/>.</summary>
    public IReadOnlyList<ConverseResponse> Responses { get; }

    /// <summary>How often tools were run.</summary>
    public int Rounds => Responses.Count - 1;

    /// <summary>The text of the last answer.</summary>
    public string Text => Response.Text;

    /// <summary>The tokens of all calls together.</summary>
    /// <value>A member is null when no call told it.</value>
    public TokenUsage TotalUsage => new()
    {
        InputTokens = Sum(usage => usage.InputTokens),
        OutputTokens = Sum(usage => usage.OutputTokens),
        TotalTokens = Sum(usage => usage.TotalTokens),
        CacheReadInputTokens = Sum(usage => usage.CacheReadInputTokens),
        CacheWriteInputTokens = Sum(usage => usage.CacheWriteInputTokens),
    };

    private int? Sum(Func<TokenUsage, int?> count)
    {
        List<int> counts = [.. Responses.Select(response => response.Usage).OfType<TokenUsage>().Select(count).OfType<int>()];
        return counts.Count == 0 ? null : counts.Sum();
    }

    /// <summary>Sizes, and which member to look at; never the content.</summary>
    /// <returns>A short line.</returns>
    public override string ToString() =>
        new ObjectSummary("Text", ObjectSummary.Count(Rounds, "round"), Response.StopReason?.Value).ToText(nameof(ToolLoopResult), TotalUsage.TotalTokens);
}
