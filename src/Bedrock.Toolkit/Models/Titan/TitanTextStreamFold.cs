using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Guardrails;

namespace Bedrock.Toolkit.Models;

/// <summary>Folds the chunks of one Titan Text stream into the response that the call without streaming would have given.</summary>
/// <remarks>Invents nothing: what no chunk said (a reason, a count) stays null.</remarks>
internal sealed class TitanTextStreamFold : IStreamFold<TitanTextStreamEvent, TitanTextResponse>
{
    private readonly SortedDictionary<int, Answer> _answers = [];
    private int? _inputTextTokenCount;
    private BedrockGuardrailAction? _guardrailAction;
    private JsonElement? _guardrailTrace;
    private Dictionary<string, JsonElement>? _unknown;

    public void Add(TitanTextStreamEvent streamEvent)
    {
        _inputTextTokenCount = streamEvent.InputTextTokenCount ?? _inputTextTokenCount;
        _guardrailTrace = streamEvent.GuardrailTrace ?? _guardrailTrace;
        if (_guardrailAction != BedrockGuardrailAction.Intervened)
        {
            // Once a guardrail has stepped in, the answer as a whole is not what the model wrote, whatever later chunks say.
            _guardrailAction = streamEvent.GuardrailAction ?? _guardrailAction;
        }

        if (streamEvent is { OutputText: not null } or { TotalOutputTextTokenCount: not null } or { CompletionReason: not null })
        {
            AnswerAt(streamEvent.Index ?? 0).Add(streamEvent);
        }

        if (streamEvent.AdditionalProperties is { } unknown)
        {
            _unknown ??= [];
            foreach ((string name, JsonElement value) in unknown)
            {
                _unknown[name] = value;
            }
        }
    }

    public TitanTextResponse ToResponse() => new()
    {
        InputTextTokenCount = _inputTextTokenCount,
        Results = [.. _answers.Values.Select(a => a.ToResult())],
        GuardrailAction = _guardrailAction,
        GuardrailTrace = _guardrailTrace,
        AdditionalProperties = _unknown is null ? null : new Dictionary<string, JsonElement>(_unknown),
    };

    private Answer AnswerAt(int index)
    {
        if (!_answers.TryGetValue(index, out Answer? answer))
        {
            _answers.Add(index, answer = new Answer());
        }

        return answer;
    }

    private sealed class Answer
    {
        private StringBuilder? _text;
        private int? _tokenCount;
        private TitanCompletionReason? _completionReason;

        public void Add(TitanTextStreamEvent streamEvent)
        {
            _tokenCount = streamEvent.TotalOutputTextTokenCount ?? _tokenCount;
            _completionReason = streamEvent.CompletionReason ?? _completionReason;
            if (streamEvent.OutputText is { } piece)
            {
                (_text ??= new StringBuilder()).Append(piece);
            }
        }

        public TitanTextResult ToResult() => new()
        {
            TokenCount = _tokenCount,
            OutputText = _text?.ToString(),
            CompletionReason = _completionReason,
        };
    }
}
