using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bedrock.Toolkit.Tests.DependencyInjection;

/// <summary>A host whose configuration says nothing, on a machine that says nothing either.</summary>
[Collection(EnvironmentCollection.Name)]
public class EmptySectionTests
{
    [Fact]
    public async Task InvokeAsync_EmptySectionAndNoRegionAnywhere_SaysWhatToSet()
    {
        using var environment = new EnvironmentScope();
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection().Build();
        using var handler = new ScriptedHandler();
        await using ServiceProvider services = new ServiceCollection()
            .AddBedrock(configuration.GetSection("Bedrock"))
            .Configure((options, _) => options.HandlerFactory = () => handler)
            .Services.BuildServiceProvider();
        IBedrockClient client = services.GetRequiredService<IBedrockClient>();

        BedrockConfigurationException e = await Assert.ThrowsAsync<BedrockConfigurationException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.StartsWith("Region is not set. Three places set it: ", e.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Sent);
    }
}
