using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Folds the chunks of one Mistral chat stream into the response that the call without streaming would have given.</summary>
/// <remarks>Invents nothing: what no chunk said stays null.</remarks>
internal sealed class MistralChatStreamFold : IStreamFold<MistralChatStreamEvent, MistralChatResponse>
{
    private readonly StreamRemains _remains = new();
    private readonly SortedDictionary<int, MistralChatChoiceFold> _choices = [];
    private string? _id;
    private string? _object;
    private long? _created;
    private string? _model;
    private MistralChatUsage? _usage;

    public void Add(MistralChatStreamEvent streamEvent)
    {
        ArgumentNullException.ThrowIfNull(streamEvent);
        _remains.Add(streamEvent);
        _id = streamEvent.Id ?? _id;
        _object = streamEvent.Object ?? _object;
        _created = streamEvent.Created ?? _created;
        _model = streamEvent.Model ?? _model;
        _usage = streamEvent.Usage ?? _usage;
        foreach (MistralChatChoice piece in streamEvent.Choices)
        {
            int index = piece.Index ?? 0;
            if (!_choices.TryGetValue(index, out MistralChatChoiceFold? choice))
            {
                _choices.Add(index, choice = new MistralChatChoiceFold());
            }

            choice.Add(piece);
        }
    }

    public MistralChatResponse ToResponse() => _remains.GiveTo(new MistralChatResponse
    {
        Id = _id,
        // The chunks name their own kind of object; the call without streaming has the whole answer's.
        Object = _object == "chat.completion.chunk" ? "chat.completion" : _object,
        Created = _created,
        Model = _model,
        Choices = [.. _choices.Values.Select(choice => choice.ToChoice())],
        Usage = Copy(_usage),
    });

    private static MistralChatUsage? Copy(MistralChatUsage? usage) => usage is null ? null : new MistralChatUsage
    {
        PromptTokens = usage.PromptTokens,
        CompletionTokens = usage.CompletionTokens,
        TotalTokens = usage.TotalTokens,
        AdditionalProperties = Copies.Copy(usage.AdditionalProperties),
    };
}
