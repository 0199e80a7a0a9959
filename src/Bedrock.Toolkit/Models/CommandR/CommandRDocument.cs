using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A document that the answer can cite: texts by name, such as <c>title</c> and <c>snippet</c>, in <see cref="AdditionalProperties"/>. Not thread safe while it is changed.</summary>
public sealed class CommandRDocument
{
    /// <summary>The id by which citations name it.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>Its title.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("title")]
    public string? Title { get; set; }

    /// <summary>Its text.</summary>
    /// <value>Best below 300 words; omitted when null.</value>
    [JsonPropertyName("snippet")]
    public string? Snippet { get; set; }

    /// <summary>Names of members that the model must not see.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("_excludes")]
    [JsonConverter(typeof(CommandRListConverter<string>))]
    public IList<string>? Excludes { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal CommandRDocument Clone()
    {
        var copy = (CommandRDocument)MemberwiseClone();
        copy.Excludes = Excludes.Copy();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
