using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One turn of a conversation. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html</remarks>
public sealed class ClaudeMessage
{
    /// <summary>Who speaks.</summary>
    /// <value><c>user</c> or <c>assistant</c>, beginning with the user; <c>system</c> only with a beta.</value>
    [JsonPropertyName("role")]
    public required ClaudeRole Role { get; set; }

    /// <summary>What is said.</summary>
    /// <value>A string, or blocks.</value>
    [JsonPropertyName("content")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required ClaudeContent Content { get; set; }

    /// <summary>The effort from this turn on.</summary>
    /// <value>Only on a <c>system</c> turn, with a beta of Fable 5.1 (unconfirmed which); omitted when null.</value>
    [JsonPropertyName("output_config")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeOutputConfig>))]
    public ClaudeOutputConfig? OutputConfig { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A turn of the user.</summary>
    /// <param name="content">A string, or blocks.</param>
    /// <returns>The message.</returns>
    public static ClaudeMessage User(ClaudeContent content) => new() { Role = ClaudeRole.User, Content = content };

    /// <summary>A turn of the model.</summary>
    /// <param name="content">A string, or blocks.</param>
    /// <returns>The message.</returns>
    public static ClaudeMessage Assistant(ClaudeContent content) => new() { Role = ClaudeRole.Assistant, Content = content };

    /// <summary>An instruction in the middle of the conversation; only with a beta. For the system prompt see <see cref="ClaudeRequest.System"/>.</summary>
    /// <param name="content">A string, or blocks.</param>
    /// <returns>The message.</returns>
    public static ClaudeMessage System(ClaudeContent content) => new() { Role = ClaudeRole.System, Content = content };

    internal ClaudeMessage Clone() => new()
    {
        Role = Role,
        Content = Content.Clone(),
        OutputConfig = OutputConfig?.Clone(),
        AdditionalProperties = AdditionalProperties.Copy(),
    };
}
