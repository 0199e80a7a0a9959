using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A video for Luma Ray 2 to make: the model input of an asynchronous call. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-luma.html</remarks>
public sealed class LumaRequest
{
    /// <summary>What the video shows.</summary>
    /// <value>1 to 5,000 characters.</value>
    [JsonPropertyName("prompt")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required string Prompt { get; set; }

    /// <summary>Width to height.</summary>
    /// <value>Default unconfirmed; omitted when null.</value>
    [JsonPropertyName("aspect_ratio")]
    public LumaAspectRatio? AspectRatio { get; set; }

    /// <summary>Whether the end runs into the beginning.</summary>
    /// <value>Default unconfirmed; omitted when null.</value>
    [JsonPropertyName("loop")]
    public bool? Loop { get; set; }

    /// <summary>The length.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("duration")]
    public LumaDuration? Duration { get; set; }

    /// <summary>The height.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("resolution")]
    public LumaResolution? Resolution { get; set; }

    /// <summary>The images that the video begins and ends with.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("keyframes")]
    [JsonConverter(typeof(LumaObjectConverter<LumaKeyframes>))]
    public LumaKeyframes? Keyframes { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A request with nothing but a text.</summary>
    /// <param name="prompt">What the video shows.</param>
    /// <returns>The request.</returns>
    public static LumaRequest For(string prompt) => new() { Prompt = prompt };
}
