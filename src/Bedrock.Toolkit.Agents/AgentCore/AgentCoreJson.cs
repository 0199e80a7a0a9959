using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Agents.AgentCore;

/// <summary>The metadata of the service's types, and how its requests become bodies.</summary>
internal static class AgentCoreJson
{
    private static readonly RequestBodies Bodies = new(AgentCoreJsonContext.Default, AgentCoreClient.NotInBody);

    /// <summary>How a request is written as a body: without what stands in path, query and headers.</summary>
    public static JsonTypeInfo<T> Body<T>() => Bodies.Of<T>();
}
