namespace Bedrock.Toolkit.Models;

/// <summary>Folds the chunks of a stream into the response that the call without streaming would have given.</summary>
internal sealed class JambaStreamFold : StreamFold<JambaStreamEvent, JambaResponse>
{
    private readonly SortedDictionary<int, JambaChoiceFold> _choices = [];
    private string? _id;
    private JambaUsage? _usage;
    private JambaMeta? _meta;
    private string? _model;

    protected override void Take(JambaStreamEvent streamEvent)
    {
        foreach (JambaStreamChoice choice in streamEvent.Choices ?? [])
        {
            StreamPieces.At(_choices, choice.Index ?? 0).Add(choice);
        }

        _id = streamEvent.Id ?? _id;
        _usage = streamEvent.Usage ?? _usage;
        _meta = streamEvent.Meta ?? _meta;
        _model = streamEvent.Model ?? _model;
    }

    protected override JambaResponse Build() =>
        new() { Id = _id, Choices = [.. _choices.Select(choice => choice.Value.Build(choice.Key))], Usage = _usage, Meta = _meta, Model = _model };
}
