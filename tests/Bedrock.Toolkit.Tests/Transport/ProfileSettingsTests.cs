using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Transport;

/// <summary>The address from AWS profiles. Each case is a process of its own, because AWSSDK.Core reads the place of the files once.</summary>
public sealed class ProfileSettingsTests : IDisposable
{
    private const string Config = """
        [default]
        region = eu-west-1
        endpoint_url = https://default.example
        [profile services]
        region = us-west-2
        services = local
        endpoint_url = https://profile.example
        [profile other]
        region = us-west-2
        services = elsewhere
        endpoint_url = https://other.example
        [profile flags]
        region = eu-west-3
        use_fips_endpoint = true
        use_dualstack_endpoint = true
        disable_clock_skew_correction = true
        [profile ignoring]
        region = us-west-2
        ignore_configured_endpoint_urls = true
        endpoint_url = https://ignored.example
        [profile conflict]
        region = us-west-2
        use_fips_endpoint = true
        endpoint_url = https://gateway.example
        [profile malformed]
        region = us-west-2
        endpoint_url = gateway
        [services local]
        bedrock_runtime =
          endpoint_url = https://services.example/with/path/
        [services elsewhere]
        s3 =
          endpoint_url = https://s3.example
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public ProfileSettingsTests() => File.WriteAllText(Path.Combine(_folder, "config"), Config);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("services", "https://services.example/with/path us-west-2 corrects")]
    [InlineData("other", "https://bedrock-runtime.us-west-2.amazonaws.com us-west-2 corrects")] // a services section takes the place of the profile's own address
    [InlineData("default", "https://default.example eu-west-1 corrects")]
    [InlineData("flags", "https://bedrock-runtime-fips.eu-west-3.api.aws eu-west-3 keeps")]
    [InlineData("ignoring", "https://bedrock-runtime.us-west-2.amazonaws.com us-west-2 corrects")]
    public async Task Route_OfAProfileInCode_FollowsItsKeys(string profile, string expected) =>
        Assert.Equal(expected, await RunAsync(profile));

    [Theory]
    [InlineData("services", "https://services.example/with/path us-east-1 corrects")]
    [InlineData(null, "https://default.example us-east-1 corrects")]
    [InlineData("no-such-profile", "https://bedrock-runtime.us-east-1.amazonaws.com us-east-1 corrects")]
    public async Task Route_OfTheProfileOfTheEnvironment_FollowsItsKeys(string? profile, string expected) =>
        Assert.Equal(expected, await RunAsync(null, ("AWS_PROFILE", profile)));

    [Theory]
    [InlineData("services", "AWS_ENDPOINT_URL", "https://variable.example", "https://variable.example us-west-2 corrects")]
    [InlineData("ignoring", "AWS_ENDPOINT_URL", "https://variable.example", "https://bedrock-runtime.us-west-2.amazonaws.com us-west-2 corrects")]
    [InlineData("services", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true", "https://bedrock-runtime.us-west-2.amazonaws.com us-west-2 corrects")]
    [InlineData("flags", "AWS_USE_FIPS_ENDPOINT", "false", "https://bedrock-runtime.eu-west-3.api.aws eu-west-3 keeps")]
    public async Task Route_VariableBesideAProfile_Wins(string profile, string variable, string value, string expected) =>
        Assert.Equal(expected, await RunAsync(profile, (variable, value)));

    [Theory]
    [InlineData("conflict", "UseFips")]
    [InlineData("malformed", "endpoint_url of the AWS profile 'malformed'")]
    [InlineData("no-such-profile", "no-such-profile")]
    public async Task Route_FaultyProfile_IsTold(string profile, string words) =>
        Assert.Contains(words, await RunAsync(profile), StringComparison.Ordinal);

    private Task<string> RunAsync(string? profile, params (string, string?)[] environment) => ClientProcess.RunAsync(
        profile is null ? ["route"] : ["route", profile],
        [("AWS_CONFIG_FILE", Path.Combine(_folder, "config")), ("AWS_SHARED_CREDENTIALS_FILE", Path.Combine(_folder, "none")), ("AWS_REGION", null),
            .. environment]);
}
