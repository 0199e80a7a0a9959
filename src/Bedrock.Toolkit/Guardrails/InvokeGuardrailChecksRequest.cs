using System.ComponentModel;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Guardrails;

/// <summary>Messages to be checked without a guardrail of your own.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeGuardrailChecks.html</remarks>
public sealed partial class InvokeGuardrailChecksRequest : BedrockObject
{
    /// <summary>The messages.</summary>
    /// <value>Required; at least one.</value>
    [JsonPropertyName("messages"), JsonConverter(typeof(GuardrailListConverter<GuardrailChecksMessage>))]
    public required IList<GuardrailChecksMessage> Messages { get; set; }

    /// <summary>Which checks to make.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("checks"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailChecksConfig>))]
    public required GuardrailChecksConfig Checks { get; set; }
}

/// <summary>Which checks to make.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksConfig.html</remarks>
public sealed partial class GuardrailChecksConfig : BedrockObject
{
    /// <summary>Harmful content.</summary>
    /// <value>Not checked when null; omitted when null.</value>
    [JsonPropertyName("contentFilter"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailChecksContentFilterConfig>))]
    public GuardrailChecksContentFilterConfig? ContentFilter { get; set; }

    /// <summary>Prompt attacks.</summary>
    /// <value>Not checked when null; omitted when null.</value>
    [JsonPropertyName("promptAttack"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailChecksPromptAttackConfig>))]
    public GuardrailChecksPromptAttackConfig? PromptAttack { get; set; }

    /// <summary>Sensitive information.</summary>
    /// <value>Not checked when null; omitted when null.</value>
    [JsonPropertyName("sensitiveInformation"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailChecksSensitiveInformationConfig>))]
    public GuardrailChecksSensitiveInformationConfig? SensitiveInformation { get; set; }
}

/// <summary>The check for harmful content.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksContentFilterConfig.html</remarks>
public sealed partial class GuardrailChecksContentFilterConfig : BedrockObject
{
    /// <summary>What to look for.</summary>
    /// <value>Required; 1 to 5.</value>
    [JsonPropertyName("categories"), JsonConverter(typeof(GuardrailListConverter<GuardrailChecksContentFilterCategoryConfig>))]
    public required IList<GuardrailChecksContentFilterCategoryConfig> Categories { get; set; }

    /// <summary>A check for some categories.</summary>
    /// <param name="categories">The categories.</param>
    /// <returns>The check.</returns>
    public static GuardrailChecksContentFilterConfig For(params IEnumerable<GuardrailChecksContentFilterCategory> categories) =>
        new() { Categories = [.. categories.Select(c => new GuardrailChecksContentFilterCategoryConfig { Category = c })] };
}

/// <summary>A category of the content check.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksContentFilterCategoryConfig.html</remarks>
public sealed partial class GuardrailChecksContentFilterCategoryConfig : BedrockObject
{
    /// <summary>The category.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("category")]
    public required GuardrailChecksContentFilterCategory Category { get; set; }
}

/// <summary>The check for prompt attacks.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksPromptAttackConfig.html</remarks>
public sealed partial class GuardrailChecksPromptAttackConfig : BedrockObject
{
    /// <summary>What to look for.</summary>
    /// <value>Required; 1 to 3.</value>
    [JsonPropertyName("categories"), JsonConverter(typeof(GuardrailListConverter<GuardrailChecksPromptAttackCategoryConfig>))]
    public required IList<GuardrailChecksPromptAttackCategoryConfig> Categories { get; set; }

    /// <summary>A check for some categories.</summary>
    /// <param name="categories">The categories.</param>
    /// <returns>The check.</returns>
    public static GuardrailChecksPromptAttackConfig For(params IEnumerable<GuardrailChecksPromptAttackCategory> categories) =>
        new() { Categories = [.. categories.Select(c => new GuardrailChecksPromptAttackCategoryConfig { Category = c })] };
}

/// <summary>A category of the check for prompt attacks.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksPromptAttackCategoryConfig.html</remarks>
public sealed partial class GuardrailChecksPromptAttackCategoryConfig : BedrockObject
{
    /// <summary>The category.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("category")]
    public required GuardrailChecksPromptAttackCategory Category { get; set; }
}

/// <summary>The check for sensitive information.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksSensitiveInformationConfig.html</remarks>
public sealed partial class GuardrailChecksSensitiveInformationConfig : BedrockObject
{
    /// <summary>What to look for.</summary>
    /// <value>Required; 1 to 31.</value>
    [JsonPropertyName("entities"), JsonConverter(typeof(GuardrailListConverter<GuardrailChecksSensitiveInformationEntityConfig>))]
    public required IList<GuardrailChecksSensitiveInformationEntityConfig> Entities { get; set; }

    /// <summary>A check for some kinds of information.</summary>
    /// <param name="types">The kinds.</param>
    /// <returns>The check.</returns>
    public static GuardrailChecksSensitiveInformationConfig For(params IEnumerable<GuardrailChecksSensitiveInformationEntityType> types) =>
        new() { Entities = [.. types.Select(t => new GuardrailChecksSensitiveInformationEntityConfig { Type = t })] };
}

/// <summary>A kind of sensitive information to look for.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksSensitiveInformationEntityConfig.html</remarks>
public sealed partial class GuardrailChecksSensitiveInformationEntityConfig : BedrockObject
{
    /// <summary>The kind.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("type")]
    public required GuardrailChecksSensitiveInformationEntityType Type { get; set; }
}

/// <summary>A message to be checked.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksMessage.html</remarks>
public sealed partial class GuardrailChecksMessage : BedrockObject
{
    /// <summary>Who it is from.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("role")]
    public required GuardrailChecksRole Role { get; set; }

    /// <summary>What it says.</summary>
    /// <value>Required; at least one block.</value>
    [JsonPropertyName("content"), JsonConverter(typeof(GuardrailListConverter<GuardrailChecksContentBlock>))]
    public required IList<GuardrailChecksContentBlock> Content { get; set; }

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

    private protected override ObjectSummary Summarise() => new("Content", Role.Value, ObjectSummary.Count(Content?.Count ?? 0, "block"));
}

/// <summary>A piece of a message of a check: a closed set, with <see cref="GuardrailChecksUnknownContent"/> for what this version does not know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksContentBlock.html</remarks>
[JsonConverter(typeof(GuardrailChecksContentBlockConverter))]
public abstract partial class GuardrailChecksContentBlock : BedrockObject
{
    private protected GuardrailChecksContentBlock() { }

    /// <summary>Makes a block of text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator GuardrailChecksContentBlock(string text) => FromText(text);

    /// <summary>Makes a block of text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The block.</returns>
    public static GuardrailChecksContentBlock FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new GuardrailChecksText { Text = text };
    }
}

/// <summary>A text to be checked.</summary>
public sealed partial class GuardrailChecksText : GuardrailChecksContentBlock
{
    /// <summary>The text.</summary>
    /// <value>Required; not empty.</value>
    [JsonPropertyName("text")]
    public required string Text { get; set; }
}

/// <summary>A <see cref="GuardrailChecksContentBlock"/> of a kind that this version does not know; it is written back exactly as it was read.</summary>
public sealed partial class GuardrailChecksUnknownContent : GuardrailChecksContentBlock, IRawVariant;

/// <summary>Reads and writes <see cref="GuardrailChecksContentBlock"/> by the member that is there.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GuardrailChecksContentBlockConverter() : SingleKeyUnionConverter<GuardrailChecksContentBlock>(
    GuardrailJsonContext.Default, static raw => new GuardrailChecksUnknownContent(raw),
    Case<GuardrailChecksText>("text"));
