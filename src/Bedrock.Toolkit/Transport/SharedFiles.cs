using System.Text.RegularExpressions;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace Bedrock.Toolkit.Transport;

/// <summary>The shared AWS files, read by AWSSDK.Core. Every fault of theirs is an error of the settings that names profile and line, and quotes
/// nothing: a line can be a secret.</summary>
internal static partial class SharedFiles
{
    /// <summary>A profile; null when there is none of that name.</summary>
    /// <exception cref="BedrockConfigurationException">A file cannot be read.</exception>
    public static CredentialProfile? Find(string name) => Read(name, static name =>
    {
        var files = new CredentialProfileStoreChain();

        // AWSSDK.Core takes the quotes of [profile "x"] for a part of the name.
        return files.TryGetProfile(name, out CredentialProfile found) || files.TryGetProfile($"\"{name}\"", out found) ? found : null;
    });

    /// <summary>The credentials of a profile; null when there are none.</summary>
    /// <exception cref="BedrockConfigurationException">A file cannot be read.</exception>
    public static AWSCredentials? FindCredentials(string name) => Read(name, static name =>
    {
        var files = new CredentialProfileStoreChain();
        return files.TryGetAWSCredentials(name, out AWSCredentials found) || files.TryGetAWSCredentials($"\"{name}\"", out found) ? found : null;
    });

    /// <summary>Throws when the files cannot be read.</summary>
    public static void ThrowIfUnreadable(string name) => Find(name);

    /// <summary>Reads something for a profile.</summary>
    public static T? Read<T>(string profile, Func<string, T?> read)
    {
        try
        {
            return read(profile);
        }
        catch (Exception e) when (e is AmazonClientException or AmazonServiceException or InvalidDataException or IOException
            or UnauthorizedAccessException or ArgumentException or FormatException or InvalidOperationException or NotSupportedException)
        {
            throw AwsChain.Invalid($"The AWS profile '{profile}' cannot be read: {Describe(profile, e)}.");
        }
    }

    private static string Describe(string profile, Exception fault)
    {
        if (LineInMessage().Match(fault.Message) is { Success: true } found)
        {
            return $"line {found.Groups["line"].Value} of the shared file '{Path.GetFileName(found.Groups["file"].Value.Trim())}' "
                + "is neither a section, nor 'name = value', nor a comment with a line of its own";
        }

        if (fault.Message.Contains("region", StringComparison.OrdinalIgnoreCase) && LineOf(profile, "region") is { } line)
        {
            return $"region in line {line} of the shared file '{Path.GetFileName(ConfigPath)}' is no Region name (a comment needs a line of its own)";
        }

        return $"{fault.GetType().Name}";
    }

    private static string ConfigPath => AwsChain.Text("AWS_CONFIG_FILE")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".aws", "config");

    /// <summary>Where a key of a profile stands in the configuration file, from 1; null when it is not there.</summary>
    private static string? LineOf(string profile, string key)
    {
        if (!File.Exists(ConfigPath))
        {
            return null;
        }

        bool isThere = false;
        int number = 0;
        foreach (string line in File.ReadLines(ConfigPath))
        {
            number++;
            string text = line.Trim();
            if (text.StartsWith('['))
            {
                string name = text.Trim('[', ']').Trim();
                isThere = name == profile || name == "profile " + profile || name == $"profile \"{profile}\"";
            }
            else if (isThere && text.StartsWith(key, StringComparison.OrdinalIgnoreCase) && text[key.Length..].TrimStart().StartsWith('='))
            {
                return number.ToString(CultureInfo.InvariantCulture);
            }
        }

        return null;
    }

    [GeneratedRegex(@"^Line (?<line>\d+):.* in file (?<file>.+?) does not", RegexOptions.Singleline)]
    private static partial Regex LineInMessage();
}
