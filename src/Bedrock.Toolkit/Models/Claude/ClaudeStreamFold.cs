using System.Collections.Frozen;
using Bedrock.Toolkit.Guardrails;

namespace Bedrock.Toolkit.Models;

/// <summary>Folds the events of a stream into the response that the call without streaming would have given. Used by one thread at a time.</summary>
/// <remarks>The events stay as they are: everything in the response that can be changed is a copy.</remarks>
internal sealed class ClaudeStreamFold : IStreamFold<ClaudeStreamEvent, ClaudeResponse>, IChunkFold
{
    private readonly List<ClaudeBlockFold> _blocks = [];
    private readonly ClaudeResponse _head = new();

    public void Add(ClaudeStreamEvent streamEvent)
    {
        ArgumentNullException.ThrowIfNull(streamEvent);
        TakeGuardrail(streamEvent.GuardrailAction, streamEvent.GuardrailTrace);
        switch (streamEvent)
        {
            case ClaudeContentBlockDeltaEvent delta:
                AddDelta(delta);
                break;
            case ClaudeContentBlockStartEvent { ContentBlock: { } block } start:
                _blocks.Add(new ClaudeBlockFold(start.Index, block));
                break;
            case ClaudeMessageStartEvent { Message: { } message }:
                TakeHead(message);
                break;
            case ClaudeMessageDeltaEvent delta:
                TakeDelta(delta);
                break;
            case ClaudeMessageStopEvent:
                Keep(streamEvent.AdditionalProperties);
                break;
        }
    }

    public bool TryAdd(ReadOnlySpan<byte> json)
    {
        if (!ClaudeTextPiece.TryFind(json, out int index, out Utf8JsonReader text) || BlockAt(index) is not { } block)
        {
            return false;
        }

        try
        {
            block.AddText(text);
            return true;
        }
        catch (InvalidOperationException)
        {
            // No valid Unicode: the general reader says so, or keeps half of a pair.
            return false;
        }
    }

    public ClaudeResponse ToResponse() => new()
    {
        Id = _head.Id,
        Type = _head.Type,
        Role = _head.Role,
        Model = _head.Model,
        Content = [.. _blocks.OrderBy(block => block.Index).Select(block => block.Build())],
        StopReason = _head.StopReason,
        StopSequence = _head.StopSequence,
        StopDetails = _head.StopDetails,
        Usage = _head.Usage is null ? null : Merge(_head.Usage, new ClaudeUsage()),
        ContextManagement = _head.ContextManagement,
        GuardrailAction = _head.GuardrailAction,
        GuardrailTrace = _head.GuardrailTrace,
        AdditionalProperties = _head.AdditionalProperties.Copy(),
    };

    /// <summary>The earlier counts, each replaced where the later ones have it.</summary>
    private static ClaudeUsage Merge(ClaudeUsage earlier, ClaudeUsage later) => new()
    {
        InputTokens = later.InputTokens ?? earlier.InputTokens,
        OutputTokens = later.OutputTokens ?? earlier.OutputTokens,
        CacheCreationInputTokens = later.CacheCreationInputTokens ?? earlier.CacheCreationInputTokens,
        CacheReadInputTokens = later.CacheReadInputTokens ?? earlier.CacheReadInputTokens,
        CacheCreation = later.CacheCreation ?? earlier.CacheCreation,
        Iterations = later.Iterations ?? earlier.Iterations,
        OutputTokensDetails = later.OutputTokensDetails ?? earlier.OutputTokensDetails,
        ServerToolUse = later.ServerToolUse ?? earlier.ServerToolUse,
        ServiceTier = later.ServiceTier ?? earlier.ServiceTier,
        InferenceGeo = later.InferenceGeo ?? earlier.InferenceGeo,
        AdditionalProperties = Merge(earlier.AdditionalProperties, later.AdditionalProperties),
    };

    private static IDictionary<string, JsonElement>? Merge(IDictionary<string, JsonElement>? earlier, IDictionary<string, JsonElement>? later)
    {
        IDictionary<string, JsonElement>? merged = earlier.Copy();
        foreach ((string name, JsonElement value) in later ?? FrozenDictionary<string, JsonElement>.Empty)
        {
            (merged ??= new Dictionary<string, JsonElement>())[name] = value;
        }

        return merged;
    }

    private ClaudeBlockFold? BlockAt(int index)
    {
        for (int i = _blocks.Count - 1; i >= 0; i--)
        {
            if (_blocks[i].Index == index)
            {
                return _blocks[i];
            }
        }

        return null;
    }

    private void AddDelta(ClaudeContentBlockDeltaEvent streamEvent)
    {
        ClaudeBlockFold? block = BlockAt(streamEvent.Index);
        if (block is null && ClaudeBlockFold.BlockFor(streamEvent.Delta) is { } implied)
        {
            block = new ClaudeBlockFold(streamEvent.Index, implied);
            _blocks.Add(block);
        }

        block?.Add(streamEvent.Delta);
    }

    private void TakeHead(ClaudeResponse message)
    {
        _head.Id = message.Id;
        _head.Type = message.Type;
        _head.Role = message.Role;
        _head.Model = message.Model;
        _head.StopReason = message.StopReason;
        _head.StopSequence = message.StopSequence;
        _head.StopDetails = message.StopDetails;
        _head.Usage = message.Usage;
        _head.ContextManagement = message.ContextManagement;
        TakeGuardrail(message.GuardrailAction, message.GuardrailTrace);
        Keep(message.AdditionalProperties);
        for (int i = 0; i < message.Content.Count; i++)
        {
            _blocks.Add(new ClaudeBlockFold(i, message.Content[i]));
        }
    }

    private void TakeDelta(ClaudeMessageDeltaEvent streamEvent)
    {
        if (streamEvent.Delta is { } delta)
        {
            _head.StopReason = delta.StopReason ?? _head.StopReason;
            _head.StopSequence = delta.StopSequence ?? _head.StopSequence;
            _head.StopDetails = delta.StopDetails ?? _head.StopDetails;
            Keep(delta.AdditionalProperties);
        }

        if (streamEvent.Usage is { } usage)
        {
            _head.Usage = Merge(_head.Usage ?? new ClaudeUsage(), usage);
        }

        _head.ContextManagement = streamEvent.ContextManagement ?? _head.ContextManagement;
        Keep(streamEvent.AdditionalProperties);
    }

    private void TakeGuardrail(BedrockGuardrailAction? action, JsonElement? trace)
    {
        // Every chunk carries the action: once a guardrail has stepped in, a later "none" does not undo it.
        if (_head.GuardrailAction != BedrockGuardrailAction.Intervened)
        {
            _head.GuardrailAction = action ?? _head.GuardrailAction;
        }

        _head.GuardrailTrace = trace ?? _head.GuardrailTrace;
    }

    private void Keep(IDictionary<string, JsonElement>? members) => _head.AdditionalProperties = Merge(_head.AdditionalProperties, members);
}
