namespace Bedrock.Toolkit.Models;

/// <summary>Folds the chunks of one Titan Text stream into the response that the call without streaming would have given.</summary>
internal sealed class TitanTextStreamFold : StreamFold<TitanTextStreamEvent, TitanTextResponse>
{
    private readonly SortedDictionary<int, Answer> _answers = [];
    private int? _inputTextTokenCount;

    protected override void Take(TitanTextStreamEvent streamEvent)
    {
        _inputTextTokenCount = streamEvent.InputTextTokenCount ?? _inputTextTokenCount;
        if (streamEvent is { OutputText: not null } or { TotalOutputTextTokenCount: not null } or { CompletionReason: not null })
        {
            StreamPieces.At(_answers, streamEvent.Index ?? 0).Add(streamEvent);
        }
    }

    protected override TitanTextResponse Build() =>
        new() { InputTextTokenCount = _inputTextTokenCount, Results = [.. _answers.Values.Select(answer => answer.ToResult())] };

    private sealed class Answer
    {
        private StringBuilder? _text;
        private int? _tokenCount;
        private TitanCompletionReason? _completionReason;

        public void Add(TitanTextStreamEvent streamEvent)
        {
            StreamPieces.Append(ref _text, streamEvent.OutputText);
            _tokenCount = streamEvent.TotalOutputTextTokenCount ?? _tokenCount;
            _completionReason = streamEvent.CompletionReason ?? _completionReason;
        }

        public TitanTextResult ToResult() => new() { TokenCount = _tokenCount, OutputText = StreamPieces.TextOf(_text), CompletionReason = _completionReason };
    }
}
