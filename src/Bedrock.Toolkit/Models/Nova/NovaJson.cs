namespace Bedrock.Toolkit.Models;

/// <summary>Free JSON documents of the family.</summary>
internal static class NovaJson
{
    /// <summary>The document <c>{}</c>: what an absent one stands for.</summary>
    public static JsonElement EmptyObject { get; } = JsonElement.Parse("{}"u8);
}
