using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How strongly words that came up before are avoided. Not thread safe while it is changed.</summary>
public sealed class JurassicPenalty
{
    /// <summary>The strength.</summary>
    /// <value>0 to 1 (count), 5 (presence) or 500 (frequency); 0 by default; omitted when null.</value>
    [JsonPropertyName("scale")]
    public double? Scale { get; set; }

    /// <summary>Whether the penalty counts for white space.</summary>
    /// <value>True by default; omitted when null.</value>
    [JsonPropertyName("applyToWhitespaces")]
    public bool? ApplyToWhitespaces { get; set; }

    /// <summary>Whether the penalty counts for punctuation.</summary>
    /// <value>True by default; omitted when null.</value>
    [JsonPropertyName("applyToPunctuations")]
    public bool? ApplyToPunctuations { get; set; }

    /// <summary>Whether the penalty counts for numbers.</summary>
    /// <value>True by default; omitted when null.</value>
    [JsonPropertyName("applyToNumbers")]
    public bool? ApplyToNumbers { get; set; }

    /// <summary>Whether the penalty counts for stop words.</summary>
    /// <value>True by default; omitted when null.</value>
    [JsonPropertyName("applyToStopwords")]
    public bool? ApplyToStopwords { get; set; }

    /// <summary>Whether the penalty counts for emojis; AWS's page says that true leaves them out.</summary>
    /// <value>True by default; omitted when null.</value>
    [JsonPropertyName("applyToEmojis")]
    public bool? ApplyToEmojis { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal JurassicPenalty Clone()
    {
        var copy = (JurassicPenalty)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
