using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Folds the chunks of one Mistral stream into the response that the call without streaming would have given.</summary>
/// <remarks>Invents nothing: what no chunk said stays null. Several answers are told apart by their place in the list.</remarks>
internal sealed class MistralStreamFold : IStreamFold<MistralStreamEvent, MistralResponse>
{
    private readonly StreamRemains _remains = new();
    private readonly List<Answer> _answers = [];

    public void Add(MistralStreamEvent streamEvent)
    {
        ArgumentNullException.ThrowIfNull(streamEvent);
        _remains.Add(streamEvent);
        for (int i = 0; i < streamEvent.Outputs.Count; i++)
        {
            if (i == _answers.Count)
            {
                _answers.Add(new Answer());
            }

            _answers[i].Add(streamEvent.Outputs[i]);
        }
    }

    public MistralResponse ToResponse() => _remains.GiveTo(new MistralResponse { Outputs = [.. _answers.Select(answer => answer.ToOutput())] });

    private sealed class Answer
    {
        private StringBuilder? _text;
        private MistralStopReason? _stopReason;
        private Dictionary<string, JsonElement>? _unknown;

        public void Add(MistralOutput piece)
        {
            _stopReason = piece.StopReason ?? _stopReason;
            StreamRemains.Merge(ref _unknown, piece.AdditionalProperties);
            if (piece.Text is { } text)
            {
                (_text ??= new StringBuilder()).Append(text);
            }
        }

        public MistralOutput ToOutput() =>
            new() { Text = _text?.ToString(), StopReason = _stopReason, AdditionalProperties = Copies.Copy(_unknown) };
    }
}
