using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What a search found. Not thread safe while it is changed.</summary>
/// <remarks>The shape is unconfirmed.</remarks>
public sealed class CommandRSearchResult
{
    /// <summary>The query.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("search_query")]
    [JsonConverter(typeof(CommandRObjectConverter<CommandRSearchQuery>))]
    public CommandRSearchQuery? SearchQuery { get; set; }

    /// <summary>The documents.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("document_ids")]
    [JsonConverter(typeof(CommandRListConverter<string>))]
    public IList<string>? DocumentIds { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
