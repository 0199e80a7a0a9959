using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Texts and images that become one vector (Embed v4). Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v4.html</remarks>
public sealed class CohereEmbedInput
{
    /// <summary>The parts, in order.</summary>
    /// <value>At least one; empty by default.</value>
    [JsonPropertyName("content")]
    [JsonConverter(typeof(CohereEmbedListConverter<CohereEmbedPart>))]
    [AllowNull]
    public IList<CohereEmbedPart> Content { get; set => field = value ?? []; } = [];

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>An input of one text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The input.</returns>
    public static CohereEmbedInput For(string text) => new() { Content = [new CohereEmbedTextPart { Text = text }] };

    /// <summary>An input of a text and an image.</summary>
    /// <param name="text">The text.</param>
    /// <param name="image">The image.</param>
    /// <returns>The input.</returns>
    public static CohereEmbedInput For(string text, CohereEmbedImage image) =>
        new() { Content = [new CohereEmbedTextPart { Text = text }, new CohereEmbedImagePart { ImageUrl = new() { Url = image } }] };
}
