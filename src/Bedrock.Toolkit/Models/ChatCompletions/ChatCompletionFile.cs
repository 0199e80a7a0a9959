using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A file that travels in the request. Not thread safe while it is changed.</summary>
public sealed class ChatCompletionFile
{
    /// <summary>The file.</summary>
    /// <value>A data URL; omitted when null.</value>
    [JsonPropertyName("file_data")]
    public string? FileData { get; set; }

    /// <summary>The id of a file that was uploaded before.</summary>
    /// <value>Unconfirmed on Bedrock; omitted when null.</value>
    [JsonPropertyName("file_id")]
    public string? FileId { get; set; }

    /// <summary>The name of the file.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("filename")]
    public string? FileName { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal ChatCompletionFile Clone()
    {
        var copy = (ChatCompletionFile)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
