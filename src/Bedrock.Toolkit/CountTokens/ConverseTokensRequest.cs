using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.CountTokens;

/// <summary>The part of a Converse call that counts as input.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseTokensRequest.html</remarks>
public sealed partial class ConverseTokensRequest : BedrockObject
{
    /// <summary>The conversation.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("messages"), JsonConverter(typeof(ConverseListConverter<Message>)), AllowNull]
    public IList<Message> Messages { get; set => field = value ?? []; } = [];

    /// <summary>The system prompt.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("system"), JsonConverter(typeof(ConverseListConverter<SystemContentBlock>))]
    public IList<SystemContentBlock>? System { get; set; }

    /// <summary>The tools that the model may call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("toolConfig"), JsonConverter(typeof(ConverseObjectConverter<ToolConfiguration>))]
    public ToolConfiguration? ToolConfig { get; set; }

    /// <summary>Fields that only this model has.</summary>
    /// <value>An object; omitted when null.</value>
    [JsonPropertyName("additionalModelRequestFields")]
    public JsonElement? AdditionalModelRequestFields { get; set; }
}
