using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Bedrock.Toolkit.Transport;

/// <summary>Reads the <c>services</c> section of a profile: only AWSSDK.Core's own configuration class can.</summary>
internal sealed class SharedProfileSettings : ClientConfig
{
    private readonly AwsService _service;

    private SharedProfileSettings(AwsService service, string profile)
        : base(new NoDefaults())
    {
        _service = service;
        ServiceId = service.ServiceId;
        Profile = new Profile(profile);
    }

    public override string ServiceVersion => string.Empty;

    public override string UserAgent => LibraryVersion.UserAgent;

    public override string RegionEndpointServiceName => _service.EndpointPrefix;

    /// <summary>The service's address in the section that the profile names; null when it is not there.</summary>
    public static string? EndpointUrl(AwsService service, string profile) => new SharedProfileSettings(service, profile).ServiceURL;

    public override Amazon.Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        throw new NotSupportedException("This configuration is only read.");

    private sealed class NoDefaults : IDefaultConfigurationProvider
    {
        public IDefaultConfiguration GetDefaultConfiguration(RegionEndpoint clientRegion, DefaultConfigurationMode? requestedConfigurationMode = null) =>
            new DefaultConfiguration();
    }
}
