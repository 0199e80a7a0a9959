namespace Bedrock.Toolkit.Models;

/// <summary>Folds the chunks of one DeepSeek-R1 stream into the response that the call without streaming would have given.</summary>
/// <remarks>Several answers are told apart by their place in the list.</remarks>
internal sealed class DeepSeekStreamFold : StreamFold<DeepSeekStreamEvent, DeepSeekResponse>
{
    private readonly SortedDictionary<int, Answer> _answers = [];

    protected override void Take(DeepSeekStreamEvent streamEvent)
    {
        for (int i = 0; i < streamEvent.Choices.Count; i++)
        {
            StreamPieces.At(_answers, i).Add(streamEvent.Choices[i]);
        }
    }

    protected override DeepSeekResponse Build() => new() { Choices = [.. _answers.Values.Select(answer => answer.ToChoice())] };

    private sealed class Answer
    {
        private StringBuilder? _text;
        private DeepSeekStopReason? _stopReason;
        private DeepSeekStopReason? _finishReason;
        private Dictionary<string, JsonElement>? _unknown;

        public void Add(DeepSeekChoice piece)
        {
            StreamPieces.Append(ref _text, piece.Text);
            _stopReason = piece.StopReason ?? _stopReason;
            _finishReason = piece.FinishReason ?? _finishReason;
            StreamPieces.Merge(ref _unknown, piece.AdditionalProperties);
        }

        public DeepSeekChoice ToChoice() =>
            new() { Text = StreamPieces.TextOf(_text), StopReason = _stopReason, FinishReason = _finishReason, AdditionalProperties = Copies.Copy(_unknown) };
    }
}
