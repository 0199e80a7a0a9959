namespace Bedrock.Toolkit.Models;

/// <summary>Folds the chunks of a stream into the response that the call without streaming would have given.</summary>
/// <remarks>A chunk that is, or brings, the whole answer is taken as it is; else the pieces are joined, each answer for itself.</remarks>
internal sealed class CommandStreamFold : StreamFold<CommandStreamEvent, CommandResponse>
{
    private readonly SortedDictionary<int, (StringBuilder Text, CommandFinishReason? Reason)> _answers = [];
    private string? _id;
    private string? _prompt;
    private IList<CommandGeneration>? _generations;

    protected override void Take(CommandStreamEvent streamEvent)
    {
        _id = streamEvent.Id ?? streamEvent.Response?.Id ?? _id;
        _prompt = streamEvent.Prompt ?? streamEvent.Response?.Prompt ?? _prompt;
        _generations = streamEvent.Generations ?? (streamEvent.Response is { Generations: { Count: > 0 } whole } ? whole : _generations);
        if (streamEvent is { Piece: not null } or { FinishReason: not null })
        {
            int index = streamEvent.Index ?? 0;
            (StringBuilder text, CommandFinishReason? reason) = _answers.GetValueOrDefault(index, (new StringBuilder(), null));
            _answers[index] = (text.Append(streamEvent.IsMarker ? null : streamEvent.Piece), streamEvent.FinishReason ?? reason);
        }

        Keep(streamEvent.Response?.AdditionalProperties);
    }

    protected override CommandResponse Build() => new()
    {
        Id = _id,
        Prompt = _prompt,
        Generations = _generations is null ? Joined() : [.. _generations.Select(generation => generation.Clone())],
    };

    private List<CommandGeneration> Joined() => [.. _answers.Select(answer => new CommandGeneration
    {
        Text = StreamPieces.TextOf(answer.Value.Text),
        FinishReason = answer.Value.Reason,
        Index = _answers.Count > 1 ? answer.Key : null,
    })];
}
