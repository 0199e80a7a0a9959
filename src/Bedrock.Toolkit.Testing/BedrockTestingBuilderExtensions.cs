using System.ComponentModel;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Testing;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts a fake or the embedded server in the place of AWS, in the registrations of a host.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BedrockTestingBuilderExtensions
{
    /// <summary>Lets the host's client call a fake; whatever its options say of Region, credentials and address gives way.</summary>
    /// <param name="builder">The registration.</param>
    /// <param name="fake">The fake; stays yours to dispose.</param>
    /// <returns>The registration.</returns>
    public static IBedrockBuilder UseFake(this IBedrockBuilder builder, FakeBedrock fake)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(fake);
        builder.Services.PostConfigure<BedrockClientOptions>(builder.Name, fake.Apply);
        return builder;
    }

    /// <summary>Lets the host's client call an embedded server; whatever its options say of Region, credentials and address gives way.</summary>
    /// <param name="builder">The registration.</param>
    /// <param name="server">The server; stays yours to dispose.</param>
    /// <returns>The registration.</returns>
    public static IBedrockBuilder UseServer(this IBedrockBuilder builder, BedrockServer server)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(server);
        builder.Services.PostConfigure<BedrockClientOptions>(builder.Name, options =>
        {
            options.Region = server.Region;
            options.Credentials = server.Credentials;
            options.ApiKey = null;
            options.Profile = null;
            options.ServiceUrl = server.Url;
            if (server.Certificate is { } certificate)
            {
                options.Proxy = null;
                options.HandlerFactory = () => BedrockServer.TrustingHandler(certificate);
            }

            options.UseFips = false;
            options.UseDualStack = false;
        });
        return builder;
    }

    /// <summary>Lets the host's client call a cassette; where that only plays, Region and credentials of the options give way.</summary>
    /// <param name="builder">The registration.</param>
    /// <param name="cassette">The cassette; stays yours to dispose.</param>
    /// <returns>The registration.</returns>
    public static IBedrockBuilder UseCassette(this IBedrockBuilder builder, Cassette cassette)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(cassette);
        builder.Services.PostConfigure<BedrockClientOptions>(builder.Name, cassette.Apply);
        return builder;
    }
}
