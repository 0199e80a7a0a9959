using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The answer's message. Not thread safe while it is changed.</summary>
public sealed class NovaOutputMessage
{
    /// <summary>Who speaks.</summary>
    /// <value><c>assistant</c>; omitted when null.</value>
    [JsonPropertyName("role")]
    public NovaRole? Role { get; set; }

    /// <summary>What the model says.</summary>
    /// <value>Blocks; never null.</value>
    [JsonPropertyName("content")]
    [JsonConverter(typeof(NovaListConverter<NovaContentBlock>))]
    [AllowNull]
    public IList<NovaContentBlock> Content { get; set => field = value ?? []; } = [];

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
