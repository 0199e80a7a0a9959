namespace Bedrock.Toolkit.Models;

/// <summary>Folds the events of a stream into the response that the call without streaming would have given.</summary>
internal sealed class ChatCompletionStreamFold : StreamFold<ChatCompletionStreamEvent, ChatCompletionResponse>
{
    private readonly SortedDictionary<int, ChatCompletionChoiceFold> _choices = [];
    private readonly ChatCompletionResponse _head = new();

    protected override void Take(ChatCompletionStreamEvent streamEvent)
    {
        if (streamEvent is ChatCompletionChunkEvent chunk)
        {
            Add(chunk);
        }
    }

    protected override ChatCompletionResponse Build() => new()
    {
        Id = _head.Id,
        Object = _head.Object,
        Created = _head.Created,
        Model = _head.Model,
        ServiceTier = _head.ServiceTier,
        SystemFingerprint = _head.SystemFingerprint,
        Choices = [.. _choices.Select(choice => choice.Value.Build(choice.Key))],
        Usage = _head.Usage?.Clone(),
        Meta = _head.Meta?.Clone(),
        Error = _head.Error,
    };

    private void Add(ChatCompletionChunkEvent chunk)
    {
        _head.Id = chunk.Id ?? _head.Id;
        _head.Object = chunk.Object is { } name ? WholeName(name) : _head.Object;
        _head.Created = chunk.Created ?? _head.Created;
        _head.Model = chunk.Model ?? _head.Model;
        _head.ServiceTier = chunk.ServiceTier ?? _head.ServiceTier;
        _head.SystemFingerprint = chunk.SystemFingerprint ?? _head.SystemFingerprint;
        _head.Usage = chunk.Usage ?? _head.Usage;
        _head.Meta = chunk.Meta ?? _head.Meta;
        _head.Error = chunk.Error ?? _head.Error;
        foreach (ChatCompletionChunkChoice choice in chunk.Choices)
        {
            StreamPieces.At(_choices, choice.Index ?? 0).Add(choice);
        }
    }

    private static string WholeName(string name) =>
        name.EndsWith(".chunk", StringComparison.Ordinal) ? name[..^".chunk".Length] : name;
}
