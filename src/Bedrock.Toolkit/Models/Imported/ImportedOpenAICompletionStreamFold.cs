namespace Bedrock.Toolkit.Models;

/// <summary>Folds the chunks of one stream into the response that the call without streaming would have given.</summary>
internal sealed class ImportedOpenAICompletionStreamFold : StreamFold<ImportedOpenAICompletionStreamEvent, ImportedOpenAICompletionResponse>
{
    private readonly SortedDictionary<int, Answer> _answers = [];
    private string? _id;
    private string? _object;
    private long? _created;
    private string? _model;
    private string? _systemFingerprint;
    private ChatCompletionUsage? _usage;

    protected override void Take(ImportedOpenAICompletionStreamEvent streamEvent)
    {
        _id = streamEvent.Id ?? _id;
        _object = streamEvent.Object ?? _object;
        _created = streamEvent.Created ?? _created;
        _model = streamEvent.Model ?? _model;
        _systemFingerprint = streamEvent.SystemFingerprint ?? _systemFingerprint;
        _usage = streamEvent.Usage ?? _usage;
        foreach (ImportedOpenAICompletionChoice piece in streamEvent.Choices)
        {
            StreamPieces.At(_answers, piece.Index ?? 0).Add(piece);
        }
    }

    protected override ImportedOpenAICompletionResponse Build() => new()
    {
        Id = _id,
        Object = _object,
        Created = _created,
        Model = _model,
        SystemFingerprint = _systemFingerprint,
        Choices = [.. _answers.Values.Select(answer => answer.ToChoice())],
        Usage = _usage?.Clone(),
    };

    private sealed class Answer
    {
        private StringBuilder? _text;
        private int? _index;
        private ImportedStopReason? _finishReason;
        private Dictionary<string, JsonElement>? _unknown;

        public void Add(ImportedOpenAICompletionChoice piece)
        {
            StreamPieces.Append(ref _text, piece.Text);
            _index = piece.Index ?? _index;
            _finishReason = piece.FinishReason ?? _finishReason;
            StreamPieces.Merge(ref _unknown, piece.AdditionalProperties);
        }

        public ImportedOpenAICompletionChoice ToChoice() =>
            new() { Index = _index, Text = StreamPieces.TextOf(_text), FinishReason = _finishReason, AdditionalProperties = Copies.Copy(_unknown) };
    }
}
