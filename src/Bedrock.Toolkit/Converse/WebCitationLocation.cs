using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A passage of a web page. Not thread safe while it is changed.</summary>
public sealed class WebCitationLocation : CitationLocation
{
    /// <summary>One without content.</summary>
    public WebCitationLocation()
    {
    }

    /// <summary>A passage of a web page.</summary>
    /// <param name="web">The page.</param>
    public WebCitationLocation(WebLocation web) => Web = web;

    /// <summary>The page.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("web")]
    [JsonConverter(typeof(ConverseObjectConverter<WebLocation>))]
    public WebLocation? Web { get; set; }

    private protected override void Detach() => Web = Web?.Clone();
}
