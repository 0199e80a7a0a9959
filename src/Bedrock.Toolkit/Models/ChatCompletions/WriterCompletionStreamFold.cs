namespace Bedrock.Toolkit.Models;

/// <summary>Folds the pieces of a text into the response that the call without streaming would have given.</summary>
internal sealed class WriterCompletionStreamFold : StreamFold<WriterCompletionStreamEvent, WriterCompletionResponse>
{
    private readonly SortedDictionary<int, Answer> _answers = [];
    private readonly WriterCompletionResponse _head = new();

    protected override void Take(WriterCompletionStreamEvent streamEvent)
    {
        if (streamEvent is not WriterCompletionChunkEvent chunk)
        {
            return;
        }

        _head.Id = chunk.Id ?? _head.Id;
        _head.Object = chunk.Object ?? _head.Object;
        _head.Created = chunk.Created ?? _head.Created;
        _head.Model = chunk.Model ?? _head.Model;
        _head.Usage = chunk.Usage ?? _head.Usage;
        foreach (WriterCompletionChoice piece in chunk.Choices)
        {
            StreamPieces.At(_answers, piece.Index ?? 0).Add(piece);
        }
    }

    protected override WriterCompletionResponse Build() => new()
    {
        Id = _head.Id,
        Object = _head.Object,
        Created = _head.Created,
        Model = _head.Model,
        Choices = [.. _answers.Select(answer => answer.Value.ToChoice(answer.Key))],
        Usage = _head.Usage,
    };

    private sealed class Answer
    {
        private readonly StringBuilder _text = new();
        private JsonElement? _logprobs;
        private ChatCompletionFinishReason? _finishReason;
        private JsonElement? _stopReason;
        private Dictionary<string, JsonElement>? _unknown;

        public void Add(WriterCompletionChoice piece)
        {
            _text.Append(piece.Text);
            _logprobs = piece.Logprobs ?? _logprobs;
            _finishReason = piece.FinishReason ?? _finishReason;
            _stopReason = piece.StopReason ?? _stopReason;
            StreamPieces.Merge(ref _unknown, piece.AdditionalProperties);
        }

        public WriterCompletionChoice ToChoice(int index) => new()
        {
            Index = index,
            Text = StreamPieces.TextOf(_text),
            Logprobs = _logprobs,
            FinishReason = _finishReason,
            StopReason = _stopReason,
            AdditionalProperties = Copies.Copy(_unknown),
        };
    }
}
