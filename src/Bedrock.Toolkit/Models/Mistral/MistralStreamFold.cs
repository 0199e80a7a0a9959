namespace Bedrock.Toolkit.Models;

/// <summary>Folds the chunks of one Mistral stream into the response that the call without streaming would have given.</summary>
/// <remarks>Several answers are told apart by their place in the list.</remarks>
internal sealed class MistralStreamFold : StreamFold<MistralStreamEvent, MistralResponse>
{
    private readonly SortedDictionary<int, Answer> _answers = [];

    protected override void Take(MistralStreamEvent streamEvent)
    {
        for (int i = 0; i < streamEvent.Outputs.Count; i++)
        {
            StreamPieces.At(_answers, i).Add(streamEvent.Outputs[i]);
        }
    }

    protected override MistralResponse Build() => new() { Outputs = [.. _answers.Values.Select(answer => answer.ToOutput())] };

    private sealed class Answer
    {
        private StringBuilder? _text;
        private MistralStopReason? _stopReason;
        private Dictionary<string, JsonElement>? _unknown;

        public void Add(MistralOutput piece)
        {
            StreamPieces.Append(ref _text, piece.Text);
            _stopReason = piece.StopReason ?? _stopReason;
            StreamPieces.Merge(ref _unknown, piece.AdditionalProperties);
        }

        public MistralOutput ToOutput() =>
            new() { Text = StreamPieces.TextOf(_text), StopReason = _stopReason, AdditionalProperties = Copies.Copy(_unknown) };
    }
}
