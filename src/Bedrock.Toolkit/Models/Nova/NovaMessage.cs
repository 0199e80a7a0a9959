using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One turn of a conversation. Not thread safe while it is changed.</summary>
public sealed class NovaMessage
{
    /// <summary>Who speaks.</summary>
    /// <value><c>user</c> or <c>assistant</c>, beginning with the user; an assistant's turn at the end is the beginning of the answer.</value>
    [JsonPropertyName("role")]
    public required NovaRole Role { get; set; }

    /// <summary>What is said.</summary>
    /// <value>At least one block.</value>
    [JsonPropertyName("content")]
    [JsonConverter(typeof(NovaListConverter<NovaContentBlock>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required IList<NovaContentBlock> Content { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A turn of the user.</summary>
    /// <param name="content">Blocks; a string is a text block.</param>
    /// <returns>The message.</returns>
    public static NovaMessage User(params IEnumerable<NovaContentBlock> content) => new() { Role = NovaRole.User, Content = [.. content] };

    /// <summary>A turn of the model.</summary>
    /// <param name="content">Blocks; a string is a text block.</param>
    /// <returns>The message.</returns>
    public static NovaMessage Assistant(params IEnumerable<NovaContentBlock> content) => new() { Role = NovaRole.Assistant, Content = [.. content] };

    internal NovaMessage Clone()
    {
        var copy = (NovaMessage)MemberwiseClone();
        copy.Content = Content.Copy(item => item.Clone())!;
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
