using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A message to be checked. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksMessage.html</remarks>
public sealed class GuardrailChecksMessage
{
    /// <summary>Who it is from.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("role")]
    public required GuardrailChecksRole Role { get; set; }

    /// <summary>What it says.</summary>
    /// <value>Required; at least one block.</value>
    [JsonPropertyName("content")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailChecksContentBlock>))]
    public required IList<GuardrailChecksContentBlock> Content { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A message of the user.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The message.</returns>
    public static GuardrailChecksMessage User(string text) => new() { Role = GuardrailChecksRole.User, Content = [text] };

    /// <summary>A message of the model.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The message.</returns>
    public static GuardrailChecksMessage Assistant(string text) => new() { Role = GuardrailChecksRole.Assistant, Content = [text] };

    /// <summary>A message of the application.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The message.</returns>
    public static GuardrailChecksMessage System(string text) => new() { Role = GuardrailChecksRole.System, Content = [text] };
}
