using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Agents.S3Vectors;

/// <summary>The metadata of the service's types, and how its requests become bodies.</summary>
internal static class S3VectorsJson
{
    private static readonly RequestBodies Bodies = new(S3VectorsJsonContext.Default, S3VectorsClient.NotInBody);

    /// <summary>How a request is written as a body: without what stands in path, query and headers.</summary>
    public static JsonTypeInfo<T> Body<T>() => Bodies.Of<T>();
}
