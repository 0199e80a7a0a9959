namespace Bedrock.Toolkit.Converse;

/// <summary>Folds the events of a stream into the response that the call without streaming would have given. Used by one thread at a time.</summary>
internal sealed class ConverseStreamFold : IStreamFold<ConverseStreamEvent, ConverseResponse>
{
    private readonly List<ConverseBlockFold> _blocks = [];
    private readonly ConverseResponse _head = new();
    private ConversationRole? _role;
    private IDictionary<string, JsonElement>? _messageProperties;

    public void Add(ConverseStreamEvent streamEvent)
    {
        ArgumentNullException.ThrowIfNull(streamEvent);
        switch (streamEvent)
        {
            case ContentBlockDeltaEvent delta:
                if (BlockOf(delta.ContentBlockIndex) is var block && !ConverseBlockFold.IsEmpty(delta.Delta))
                {
                    block.IsEnded = !block.Takes(delta.Delta);
                    BlockOf(delta.ContentBlockIndex).Add(delta.Delta);
                }

                break;
            case ContentBlockStartEvent start:
                if (BlockOf(start.ContentBlockIndex) is { IsBegun: true } begun)
                {
                    // A second start begins another block, whether the first was ended or not.
                    begun.IsEnded = true;
                }

                BlockOf(start.ContentBlockIndex).Start(start.Start);
                break;
            case ContentBlockStopEvent stop when _blocks.Count > 0:
                BlockOf(stop.ContentBlockIndex).IsEnded = true;
                break;
            case MessageStartEvent start:
                _role = start.Role;
                _messageProperties = start.AdditionalProperties.Copy();
                break;
            case MessageStopEvent stop:
                _head.StopReason = stop.StopReason;
                _head.AdditionalModelResponseFields = stop.AdditionalModelResponseFields ?? _head.AdditionalModelResponseFields;
                Keep(stop.AdditionalProperties);
                break;
            case ConverseStreamMetadataEvent metadata:
                Take(metadata);
                break;
        }
    }

    public ConverseResponse ToResponse() => new()
    {
        Output = new MessageOutput(new Message
        {
            Role = _role ?? ConversationRole.Assistant,
            Content = [.. _blocks.OrderBy(block => block.Index).SelectMany(block => block.Build())],
            AdditionalProperties = _messageProperties.Copy(),
        }),
        StopReason = _head.StopReason,
        Usage = _head.Usage,
        Metrics = _head.Metrics,
        AdditionalModelResponseFields = _head.AdditionalModelResponseFields,
        Trace = _head.Trace,
        PerformanceConfig = _head.PerformanceConfig,
        ServiceTier = _head.ServiceTier,
        AdditionalProperties = _head.AdditionalProperties.Copy(),
    };

    private void Take(ConverseStreamMetadataEvent metadata)
    {
        _head.Usage = metadata.Usage ?? _head.Usage;
        _head.Metrics = metadata.Metrics ?? _head.Metrics;
        _head.Trace = metadata.Trace ?? _head.Trace;
        _head.PerformanceConfig = metadata.PerformanceConfig ?? _head.PerformanceConfig;
        _head.ServiceTier = metadata.ServiceTier ?? _head.ServiceTier;
        Keep(metadata.AdditionalProperties);
    }

    // An event without an index belongs to the block before it.
    private ConverseBlockFold BlockOf(int? index)
    {
        int wanted = index ?? (_blocks.Count == 0 ? 0 : _blocks[^1].Index);
        ConverseBlockFold? block = _blocks.FindLast(candidate => candidate.Index == wanted);
        if (block is null or { IsEnded: true })
        {
            block = new ConverseBlockFold(wanted);
            _blocks.Add(block);
        }

        return block;
    }

    private void Keep(IDictionary<string, JsonElement>? members)
    {
        foreach ((string name, JsonElement value) in members ?? new Dictionary<string, JsonElement>())
        {
            (_head.AdditionalProperties ??= new Dictionary<string, JsonElement>())[name] = value;
        }
    }
}
