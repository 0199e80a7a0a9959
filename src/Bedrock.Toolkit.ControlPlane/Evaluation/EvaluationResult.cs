using System.Text.Json;

namespace Bedrock.Toolkit.ControlPlane.Evaluation;

/// <summary>One line of the results of an evaluation job, read leniently: the form is unconfirmed. Immutable.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-evaluation-report-judge.html</remarks>
public sealed class EvaluationResult
{
    internal EvaluationResult(JsonElement json)
    {
        Json = json;
        Scores = [.. Items(Member(Member(json, "automatedEvaluationResult"), "scores")).Select(ScoreOf)];
        Prompt = Text(Member(Member(json, "inputRecord"), "prompt"));
        Response = Text(Member(Items(Member(json, "modelResponses")).FirstOrDefault(), "response"));
    }

    /// <summary>What the metrics say.</summary>
    public IReadOnlyList<EvaluationScore> Scores { get; }

    /// <summary>The prompt; null for conversations, which <see cref="Json"/> has.</summary>
    public string? Prompt { get; }

    /// <summary>What the model answered; null for conversations, which <see cref="Json"/> has.</summary>
    public string? Response { get; }

    /// <summary>The whole line.</summary>
    public JsonElement Json { get; }

    private static EvaluationScore ScoreOf(JsonElement score)
    {
        JsonElement result = Member(score, "result");
        string? explanation = Items(Member(score, "evaluatorDetails")).Select(static d => Text(Member(d, "explanation"))).FirstOrDefault();
        return new EvaluationScore(
            Text(Member(score, "metricName")) ?? string.Empty,
            result.ValueKind == JsonValueKind.Number ? result.GetDouble() : null,
            Text(result),
            explanation);
    }

    private static JsonElement Member(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out JsonElement value) ? value : default;

    private static JsonElement[] Items(JsonElement json) => json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray()] : [];

    private static string? Text(JsonElement json) => json.ValueKind == JsonValueKind.String ? json.GetString() : null;
}
