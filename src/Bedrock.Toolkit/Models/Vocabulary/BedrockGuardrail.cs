namespace Bedrock.Toolkit;

/// <summary>How a guardrail reads the body of an InvokeModel request: the member <c>amazon-bedrock-guardrailConfig</c>.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-tagging.html. Members other than the tag suffix are unconfirmed and
/// go through <see cref="BedrockObject.AdditionalProperties"/>.</remarks>
public sealed partial class BedrockGuardrailConfig : BedrockObject
{
    /// <summary>The suffix of the tags that mark user input in the prompt.</summary>
    /// <value>1 to 20 letters and digits, new for every request; omitted when null.</value>
    [JsonPropertyName("tagSuffix")]
    public string? TagSuffix { get; set; }
}

/// <summary>What a guardrail did. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<BedrockGuardrailAction>))]
public readonly partial struct BedrockGuardrailAction : IOpenValue<BedrockGuardrailAction>
{
    /// <summary>The guardrail blocked or changed the text.</summary>
    public static BedrockGuardrailAction Intervened { get; } = new("INTERVENED");

    /// <summary>The guardrail let the text pass.</summary>
    public static BedrockGuardrailAction None { get; } = new("NONE");
}

/// <summary>How much a guardrail tells of what it found. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<BedrockGuardrailTrace>))]
public readonly partial struct BedrockGuardrailTrace : IOpenValue<BedrockGuardrailTrace>
{
    /// <summary>What was found.</summary>
    public static BedrockGuardrailTrace Enabled { get; } = new("ENABLED");

    /// <summary>Nothing.</summary>
    public static BedrockGuardrailTrace Disabled { get; } = new("DISABLED");

    /// <summary>Also what was looked at and let pass.</summary>
    public static BedrockGuardrailTrace EnabledFull { get; } = new("ENABLED_FULL");
}
