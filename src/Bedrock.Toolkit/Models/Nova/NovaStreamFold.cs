namespace Bedrock.Toolkit.Models;

/// <summary>Folds the events of a stream into the response that the call without streaming would have given.</summary>
/// <remarks>
/// A stream numbers every piece of text as a block of its own, while the whole answer has one: pieces of text, and of reasoning, that follow each
/// other become one block.
/// </remarks>
internal sealed class NovaStreamFold : StreamFold<NovaStreamEvent, NovaResponse>
{
    private readonly List<NovaBlockFold> _blocks = [];
    private readonly Dictionary<int, NovaBlockFold> _byIndex = [];
    private bool _hasMessage;
    private NovaRole? _role;
    private NovaStopReason? _stopReason;
    private NovaUsage? _usage;
    private NovaMetrics? _metrics;

    protected override void Take(NovaStreamEvent streamEvent)
    {
        switch (streamEvent)
        {
            case NovaContentBlockDeltaEvent { ContentBlockDelta: { } delta }:
                BlockFor(delta).Add(delta.Delta);
                break;
            case NovaContentBlockStartEvent { ContentBlockStart: { } start }:
                Begin(start.ContentBlockIndex, IsEmpty(start.Start) ? null : start.Start);
                break;
            case NovaMessageStartEvent { MessageStart: { } start }:
                _hasMessage = true;
                _role = start.Role;
                Keep(start.AdditionalProperties);
                break;
            case NovaMessageStopEvent { MessageStop: { } stop }:
                _stopReason = stop.StopReason ?? _stopReason;
                Keep(stop.AdditionalProperties);
                break;
            case NovaMetadataEvent { Metadata: { } metadata }:
                TakeMetadata(metadata);
                break;
        }
    }

    protected override NovaResponse Build() => new()
    {
        Output = _hasMessage || _blocks.Count > 0 ? new NovaOutput { Message = new NovaOutputMessage { Role = _role, Content = Content() } } : null,
        StopReason = _stopReason,
        Usage = _usage?.Clone(),
        Metrics = _metrics?.Clone(),
    };

    private List<NovaContentBlock> Content()
    {
        List<NovaContentBlock> content = [];
        List<NovaBlockFold> run = [];
        foreach (NovaBlockFold block in _blocks.OrderBy(block => block.Index))
        {
            if (run.Count > 0 && !block.Continues(run[^1]))
            {
                AddRun(content, run);
            }

            run.Add(block);
        }

        AddRun(content, run);

        // Streams have pieces without text beside tool calls; the whole answer has no such block, and a next request may not.
        if (content.Count > 1)
        {
            content.RemoveAll(block => block is NovaTextBlock { Text.Length: 0 });
        }

        return content;
    }

    private static bool IsEmpty(NovaBlockStart? start) => start is null or { ToolUse: null, ToolResult: null, AdditionalProperties: null or { Count: 0 } };

    private static void AddRun(List<NovaContentBlock> content, List<NovaBlockFold> run)
    {
        if (run.Count > 0 && NovaBlockFold.Build(run) is { } block)
        {
            content.Add(block);
        }

        run.Clear();
    }

    private NovaBlockFold BlockFor(NovaContentBlockDelta delta)
    {
        int index = delta.ContentBlockIndex;
        return _byIndex.TryGetValue(index, out NovaBlockFold? block) && block.Takes(delta.Delta) ? block : Begin(index, null);
    }

    private NovaBlockFold Begin(int index, NovaBlockStart? start)
    {
        var block = new NovaBlockFold(index, start);
        _blocks.Add(block);
        _byIndex[index] = block;
        return block;
    }

    private void TakeMetadata(NovaStreamMetadata metadata)
    {
        _usage = metadata.Usage ?? _usage;
        _metrics = metadata.Metrics is { LatencyMs: not null } or { AdditionalProperties.Count: > 0 } ? metadata.Metrics : _metrics;
        Keep(metadata.AdditionalProperties);
        if (metadata.Trace is { ValueKind: JsonValueKind.Object } trace && trace.EnumerateObject().Any())
        {
            Keep(new Dictionary<string, JsonElement> { ["trace"] = trace });
        }
    }
}
