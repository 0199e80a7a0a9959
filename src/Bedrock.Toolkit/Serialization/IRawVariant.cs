namespace Bedrock.Toolkit.Serialization;

/// <summary>A variant of a union that is nothing but its raw JSON, such as one that this version does not know: written back exactly as it was read.</summary>
public interface IRawVariant
{
    /// <summary>The whole value.</summary>
    /// <value>Any JSON value.</value>
    JsonElement Raw { get; }
}
