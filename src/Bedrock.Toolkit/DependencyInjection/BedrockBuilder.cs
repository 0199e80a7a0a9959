using Microsoft.Extensions.DependencyInjection;

namespace Bedrock.Toolkit.DependencyInjection;

/// <summary>The builder that the registrations give.</summary>
internal sealed class BedrockBuilder(IServiceCollection services, string name) : IBedrockBuilder
{
    public string Name => name;

    public IServiceCollection Services => services;
}
