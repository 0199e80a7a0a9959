using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Folds the chunks of one stream into the response that the call without streaming would have given.</summary>
/// <remarks>Invents nothing: what no chunk said stays null.</remarks>
internal sealed class ImportedOpenAICompletionStreamFold : IStreamFold<ImportedOpenAICompletionStreamEvent, ImportedOpenAICompletionResponse>
{
    private readonly StreamRemains _remains = new();
    private readonly SortedDictionary<int, Answer> _answers = [];
    private string? _id;
    private string? _object;
    private long? _created;
    private string? _model;
    private string? _systemFingerprint;
    private ChatCompletionUsage? _usage;

    public void Add(ImportedOpenAICompletionStreamEvent streamEvent)
    {
        ArgumentNullException.ThrowIfNull(streamEvent);
        _remains.Add(streamEvent);
        _id = streamEvent.Id ?? _id;
        _object = streamEvent.Object ?? _object;
        _created = streamEvent.Created ?? _created;
        _model = streamEvent.Model ?? _model;
        _systemFingerprint = streamEvent.SystemFingerprint ?? _systemFingerprint;
        _usage = streamEvent.Usage ?? _usage;
        foreach (ImportedOpenAICompletionChoice piece in streamEvent.Choices)
        {
            int index = piece.Index ?? 0;
            if (!_answers.TryGetValue(index, out Answer? answer))
            {
                _answers.Add(index, answer = new Answer());
            }

            answer.Add(piece);
        }
    }

    public ImportedOpenAICompletionResponse ToResponse() => _remains.GiveTo(new ImportedOpenAICompletionResponse
    {
        Id = _id,
        Object = _object,
        Created = _created,
        Model = _model,
        SystemFingerprint = _systemFingerprint,
        Choices = [.. _answers.Values.Select(answer => answer.ToChoice())],
        Usage = Copy(_usage),
    });

    private static ChatCompletionUsage? Copy(ChatCompletionUsage? usage) => usage is null ? null : new ChatCompletionUsage
    {
        PromptTokens = usage.PromptTokens,
        CompletionTokens = usage.CompletionTokens,
        TotalTokens = usage.TotalTokens,
        PromptTokensDetails = usage.PromptTokensDetails,
        CompletionTokensDetails = usage.CompletionTokensDetails,
        AdditionalProperties = Copies.Copy(usage.AdditionalProperties),
    };

    private sealed class Answer
    {
        private StringBuilder? _text;
        private int? _index;
        private ImportedStopReason? _finishReason;
        private Dictionary<string, JsonElement>? _unknown;

        public void Add(ImportedOpenAICompletionChoice piece)
        {
            _index = piece.Index ?? _index;
            _finishReason = piece.FinishReason ?? _finishReason;
            StreamRemains.Merge(ref _unknown, piece.AdditionalProperties);
            if (piece.Text is { } text)
            {
                (_text ??= new StringBuilder()).Append(text);
            }
        }

        public ImportedOpenAICompletionChoice ToChoice() => new()
        {
            Index = _index,
            Text = _text?.ToString(),
            FinishReason = _finishReason,
            AdditionalProperties = Copies.Copy(_unknown),
        };
    }
}
