using System.Text.Json;

namespace Bedrock.Toolkit.ControlPlane.Customization;

/// <summary>An answer that a reward function rates: one element of what reinforcement fine-tuning sends to its Lambda function. Immutable.</summary>
/// <remarks>The form is taken from AWS's examples (unconfirmed). Source: https://docs.aws.amazon.com/bedrock/latest/userguide/reward-functions.html</remarks>
public sealed class RewardSample
{
    internal RewardSample(JsonElement json, int number)
    {
        // The document ends with the run, a sample may be kept.
        json = json.Clone();
        Json = json;
        Id = Member(json, "id") is { ValueKind: JsonValueKind.String } id ? id.GetString()! : throw new JsonException($"Sample {number} has no id.");
        Messages = [.. Items(Member(json, "messages")).Select(static turn => new RewardTurn(Text(Member(turn, "role")), Text(Member(turn, "content"))))];
    }

    /// <summary>The sample's id, which the reward gives back.</summary>
    public string Id { get; }

    /// <summary>The turns; the last one is the answer to rate.</summary>
    public IReadOnlyList<RewardTurn> Messages { get; }

    /// <summary>The text of the last turn of the model; empty when there is none.</summary>
    public string Answer => Messages.LastOrDefault(static turn => turn.Role == "assistant")?.Content ?? string.Empty;

    /// <summary>What the training record had beside its messages; undefined when there is nothing.</summary>
    public JsonElement Metadata => Member(Json, "metadata");

    /// <summary>The field <c>reference_answer</c>, from the metadata or beside them; undefined when there is none.</summary>
    public JsonElement ReferenceAnswer =>
        Member(Metadata, "reference_answer") is { ValueKind: not JsonValueKind.Undefined } inside ? inside : Member(Json, "reference_answer");

    /// <summary>The whole sample.</summary>
    public JsonElement Json { get; }

    private static JsonElement Member(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out JsonElement value) ? value : default;

    private static JsonElement[] Items(JsonElement json) => json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray()] : [];

    // Content is text, or parts with texts.
    private static string Text(JsonElement json) => json.ValueKind == JsonValueKind.String
        ? json.GetString()!
        : string.Concat(Items(json).Select(static part => Text(Member(part, "text"))));
}

/// <summary>A turn of what is rated.</summary>
/// <param name="Role"><c>system</c>, <c>user</c> or <c>assistant</c>.</param>
/// <param name="Content">The text.</param>
public sealed record RewardTurn(string Role, string Content);
