using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One input for Marengo Embed 3.0; the member that holds it has the name of the input type. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
public sealed class MarengoRequest
{
    /// <summary>What is embedded.</summary>
    /// <value>Required by the service.</value>
    [JsonPropertyName("inputType")]
    public required MarengoInputType InputType { get; set; }

    /// <summary>The text.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("text")]
    [JsonConverter(typeof(MarengoObjectConverter<MarengoTextInput>))]
    public MarengoTextInput? Text { get; set; }

    /// <summary>The image.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("image")]
    [JsonConverter(typeof(MarengoObjectConverter<MarengoImageInput>))]
    public MarengoImageInput? Image { get; set; }

    /// <summary>The text and the image.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("text_image")]
    [JsonConverter(typeof(MarengoObjectConverter<MarengoTextImageInput>))]
    public MarengoTextImageInput? TextImage { get; set; }

    /// <summary>The sound; only in an asynchronous call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("audio")]
    [JsonConverter(typeof(MarengoObjectConverter<MarengoMediaInput>))]
    public MarengoMediaInput? Audio { get; set; }

    /// <summary>The video; only in an asynchronous call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("video")]
    [JsonConverter(typeof(MarengoObjectConverter<MarengoMediaInput>))]
    public MarengoMediaInput? Video { get; set; }

    /// <summary>The text and the images that it refers to.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("multi_input")]
    [JsonConverter(typeof(MarengoObjectConverter<MarengoMultiInput>))]
    public MarengoMultiInput? MultiInput { get; set; }

    /// <summary>An id of the caller.</summary>
    /// <value>Unconfirmed: from an AWS notebook; omitted when null.</value>
    [JsonPropertyName("inferenceId")]
    public string? InferenceId { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A request with a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The request.</returns>
    public static MarengoRequest For(string text) => new() { InputType = MarengoInputType.Text, Text = new() { InputText = text } };

    /// <summary>A request with an image.</summary>
    /// <param name="image">Where the image comes from.</param>
    /// <returns>The request.</returns>
    public static MarengoRequest For(MarengoMediaSource image) => new() { InputType = MarengoInputType.Image, Image = new() { MediaSource = image } };

    /// <summary>A copy that shares no object, list or map with this request; the bytes of content are shared.</summary>
    /// <returns>The copy.</returns>
    public MarengoRequest Clone() => MarengoCopies.Of(this);
}
