using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The file <c>video-generation-status.json</c> that Nova Reel writes beside its videos. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/video-gen-access.html</remarks>
public sealed class NovaReelStatus
{
    /// <summary>The version of the file.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("schemaVersion")]
    public string? SchemaVersion { get; set; }

    /// <summary>The shots, in order.</summary>
    /// <value>Never null; empty by default.</value>
    [JsonPropertyName("shots")]
    [JsonConverter(typeof(NovaReelListConverter<NovaReelVideoStatus>))]
    [AllowNull]
    public IList<NovaReelVideoStatus> Shots { get; set => field = value ?? []; } = [];

    /// <summary>The whole video.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("fullVideo")]
    [JsonConverter(typeof(NovaReelObjectConverter<NovaReelVideoStatus>))]
    public NovaReelVideoStatus? FullVideo { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
