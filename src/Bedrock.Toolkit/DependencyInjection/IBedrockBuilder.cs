using Bedrock.Toolkit;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Goes on with the registration of an <see cref="IBedrockClient"/>.</summary>
public interface IBedrockBuilder
{
    /// <summary>The name of the client's options.</summary>
    /// <value>Empty for the client of <c>AddBedrock</c>; the key for one of <c>AddKeyedBedrock</c>, with its type in front when it is no text.</value>
    string Name { get; }

    /// <summary>The services of the host.</summary>
    IServiceCollection Services { get; }
}
