using Amazon.Extensions.NETCore.Setup;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;

namespace Bedrock.Toolkit.Extensions.AWS;

/// <summary>The credentials that AWS options lead to, without their role: those of their profile, else of the AWS chain. Found when they are asked
/// for. Thread-safe.</summary>
internal sealed class AwsOptionsCredentials(AWSOptions options) : AWSCredentials
{
    private readonly string? _profile = options.Profile;
    private readonly string? _location = options.ProfilesLocation;
    private volatile AWSCredentials? _found;

    public override ImmutableCredentials GetCredentials() => Find().GetCredentials();

    public override Task<ImmutableCredentials> GetCredentialsAsync() => Find().GetCredentialsAsync();

    private AWSCredentials Find() => _found ??= string.IsNullOrWhiteSpace(_profile)
        ? DefaultAWSCredentialsIdentityResolver.GetCredentials()
        : new CredentialProfileStoreChain(_location).TryGetAWSCredentials(_profile, out AWSCredentials found)
            ? found
            : throw new InvalidOperationException(
                $"AWSOptions.Profile names '{_profile}', which has no credentials or does not exist in the files of AWSOptions.ProfilesLocation.");
}
