using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.SharedInterfaces;
using Amazon.RuntimeDependencies;
using Amazon.SecurityToken;
using Amazon.SSO;
using Amazon.SSOOIDC;

namespace Bedrock.Toolkit.Transport;

/// <summary>Makes profiles that assume a role or sign in by SSO work in native AOT, where AWSSDK.Core cannot load those clients by reflection.</summary>
/// <remarks>
/// AWSSDK.Core asks a registered factory for the client, but does not tell it the source credentials of a role. So factories serve what needs
/// no credentials (SSO, web identity), and a role is assumed here with the source credentials that the chain found. A normal build keeps
/// AWSSDK.Core's own way: a registered client there would lose the source credentials.
/// </remarks>
internal sealed class AotRoleCredentials : RefreshingAWSCredentials
{
    private static int _prepared;

    private readonly AssumeRoleAWSCredentials _role;
    private readonly AWSCredentials _source;

    private AotRoleCredentials(AssumeRoleAWSCredentials role)
    {
        _role = role;
        _source = Adapt(role.SourceCredentials);
        PreemptExpiryTime = role.PreemptExpiryTime;
    }

    /// <summary>Registers the factories, once, before the chain is first used.</summary>
    public static void Prepare()
    {
        if (RuntimeFeature.IsDynamicCodeSupported || Interlocked.Exchange(ref _prepared, 1) == 1)
        {
            return;
        }

        GlobalRuntimeDependencyRegistry registry = GlobalRuntimeDependencyRegistry.Instance;
        registry.RegisterSecurityTokenServiceClient(context =>
            new AmazonSecurityTokenServiceClient(new AnonymousAWSCredentials(), Or(context.SecurityTokenServiceClientContextData?.Region)));
        registry.RegisterSSOClient(context =>
            new AmazonSSOClient(new AnonymousAWSCredentials(), Or(context.SSOClientContextData?.Region)));
        registry.RegisterSSOOIDCClient(context =>
            new AmazonSSOOIDCClient(new AnonymousAWSCredentials(), Or(context.SSOOIDCClientContextData?.Region)));
    }

    /// <summary>The same credentials, by a way that needs no reflection where there is none.</summary>
    public static AWSCredentials Adapt(AWSCredentials credentials) =>
        !RuntimeFeature.IsDynamicCodeSupported && credentials is AssumeRoleAWSCredentials role ? new AotRoleCredentials(role) : credentials;

    /// <inheritdoc/>
    protected override CredentialsRefreshState GenerateNewCredentials()
    {
        using var client = new AmazonSecurityTokenServiceClient(_source, Or(region: null));
        AssumeRoleImmutableCredentials fresh =
            ((ICoreAmazonSTS)client).CredentialsFromAssumeRoleAuthentication(_role.RoleArn, _role.RoleSessionName, _role.Options);
        return new CredentialsRefreshState(fresh, fresh.Expiration);
    }

    // STS answers in every Region; us-east-1 is AWSSDK.Core's own last resort for it.
    private static RegionEndpoint Or(RegionEndpoint? region) => region ?? FallbackRegionFactory.GetRegionEndpoint() ?? RegionEndpoint.USEast1;
}
