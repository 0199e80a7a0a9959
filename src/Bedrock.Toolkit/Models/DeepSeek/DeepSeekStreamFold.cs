using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Folds the chunks of one DeepSeek-R1 stream into the response that the call without streaming would have given.</summary>
/// <remarks>Invents nothing: what no chunk said stays null. Several answers are told apart by their place in the list.</remarks>
internal sealed class DeepSeekStreamFold : IStreamFold<DeepSeekStreamEvent, DeepSeekResponse>
{
    private readonly StreamRemains _remains = new();
    private readonly List<Answer> _answers = [];

    public void Add(DeepSeekStreamEvent streamEvent)
    {
        ArgumentNullException.ThrowIfNull(streamEvent);
        _remains.Add(streamEvent);
        for (int i = 0; i < streamEvent.Choices.Count; i++)
        {
            if (i == _answers.Count)
            {
                _answers.Add(new Answer());
            }

            _answers[i].Add(streamEvent.Choices[i]);
        }
    }

    public DeepSeekResponse ToResponse() => _remains.GiveTo(new DeepSeekResponse { Choices = [.. _answers.Select(answer => answer.ToChoice())] });

    private sealed class Answer
    {
        private StringBuilder? _text;
        private DeepSeekStopReason? _stopReason;
        private DeepSeekStopReason? _finishReason;
        private Dictionary<string, JsonElement>? _unknown;

        public void Add(DeepSeekChoice piece)
        {
            _stopReason = piece.StopReason ?? _stopReason;
            _finishReason = piece.FinishReason ?? _finishReason;
            StreamRemains.Merge(ref _unknown, piece.AdditionalProperties);
            if (piece.Text is { } text)
            {
                (_text ??= new StringBuilder()).Append(text);
            }
        }

        public DeepSeekChoice ToChoice() => new()
        {
            Text = _text?.ToString(),
            StopReason = _stopReason,
            FinishReason = _finishReason,
            AdditionalProperties = Copies.Copy(_unknown),
        };
    }
}
