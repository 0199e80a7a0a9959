using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Guardrails;

/// <summary>A kind of personal information. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailPiiEntityFilter.html</remarks>
[JsonConverter(typeof(OpenValueConverter<GuardrailPiiEntityType>))]
public readonly partial struct GuardrailPiiEntityType : IOpenValue<GuardrailPiiEntityType>
{
    /// <summary>A postal address.</summary>
    public static GuardrailPiiEntityType Address { get; } = new("ADDRESS");

    /// <summary>An age.</summary>
    public static GuardrailPiiEntityType Age { get; } = new("AGE");

    /// <summary>The id of an AWS access key.</summary>
    public static GuardrailPiiEntityType AwsAccessKey { get; } = new("AWS_ACCESS_KEY");

    /// <summary>The secret of an AWS access key.</summary>
    public static GuardrailPiiEntityType AwsSecretKey { get; } = new("AWS_SECRET_KEY");

    /// <summary>A Canadian health service number.</summary>
    public static GuardrailPiiEntityType CaHealthNumber { get; } = new("CA_HEALTH_NUMBER");

    /// <summary>A Canadian social insurance number.</summary>
    public static GuardrailPiiEntityType CaSocialInsuranceNumber { get; } = new("CA_SOCIAL_INSURANCE_NUMBER");

    /// <summary>The check digits of a payment card.</summary>
    public static GuardrailPiiEntityType CreditDebitCardCvv { get; } = new("CREDIT_DEBIT_CARD_CVV");

    /// <summary>The expiry date of a payment card.</summary>
    public static GuardrailPiiEntityType CreditDebitCardExpiry { get; } = new("CREDIT_DEBIT_CARD_EXPIRY");

    /// <summary>The number of a payment card.</summary>
    public static GuardrailPiiEntityType CreditDebitCardNumber { get; } = new("CREDIT_DEBIT_CARD_NUMBER");

    /// <summary>The number of a driving licence.</summary>
    public static GuardrailPiiEntityType DriverId { get; } = new("DRIVER_ID");

    /// <summary>An e-mail address.</summary>
    public static GuardrailPiiEntityType Email { get; } = new("EMAIL");

    /// <summary>An IBAN.</summary>
    public static GuardrailPiiEntityType InternationalBankAccountNumber { get; } = new("INTERNATIONAL_BANK_ACCOUNT_NUMBER");

    /// <summary>An IP address.</summary>
    public static GuardrailPiiEntityType IpAddress { get; } = new("IP_ADDRESS");

    /// <summary>The number plate of a vehicle.</summary>
    public static GuardrailPiiEntityType LicensePlate { get; } = new("LICENSE_PLATE");

    /// <summary>The hardware address of a network card.</summary>
    public static GuardrailPiiEntityType MacAddress { get; } = new("MAC_ADDRESS");

    /// <summary>The name of a person.</summary>
    public static GuardrailPiiEntityType Name { get; } = new("NAME");

    /// <summary>A password.</summary>
    public static GuardrailPiiEntityType Password { get; } = new("PASSWORD");

    /// <summary>A telephone number.</summary>
    public static GuardrailPiiEntityType Phone { get; } = new("PHONE");

    /// <summary>A personal identification number.</summary>
    public static GuardrailPiiEntityType Pin { get; } = new("PIN");

    /// <summary>The SWIFT code of a bank.</summary>
    public static GuardrailPiiEntityType SwiftCode { get; } = new("SWIFT_CODE");

    /// <summary>A number of the British health service.</summary>
    public static GuardrailPiiEntityType UkNationalHealthServiceNumber { get; } = new("UK_NATIONAL_HEALTH_SERVICE_NUMBER");

    /// <summary>A British national insurance number.</summary>
    public static GuardrailPiiEntityType UkNationalInsuranceNumber { get; } = new("UK_NATIONAL_INSURANCE_NUMBER");

    /// <summary>A British taxpayer reference.</summary>
    public static GuardrailPiiEntityType UkUniqueTaxpayerReferenceNumber { get; } = new("UK_UNIQUE_TAXPAYER_REFERENCE_NUMBER");

    /// <summary>A web address.</summary>
    public static GuardrailPiiEntityType Url { get; } = new("URL");

    /// <summary>A user name.</summary>
    public static GuardrailPiiEntityType Username { get; } = new("USERNAME");

    /// <summary>The number of an account with a bank in the United States.</summary>
    public static GuardrailPiiEntityType UsBankAccountNumber { get; } = new("US_BANK_ACCOUNT_NUMBER");

    /// <summary>The routing number of a bank in the United States.</summary>
    public static GuardrailPiiEntityType UsBankRoutingNumber { get; } = new("US_BANK_ROUTING_NUMBER");

    /// <summary>A taxpayer number of the United States.</summary>
    public static GuardrailPiiEntityType UsIndividualTaxIdentificationNumber { get; } = new("US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER");

    /// <summary>The number of a passport of the United States.</summary>
    public static GuardrailPiiEntityType UsPassportNumber { get; } = new("US_PASSPORT_NUMBER");

    /// <summary>A social security number of the United States.</summary>
    public static GuardrailPiiEntityType UsSocialSecurityNumber { get; } = new("US_SOCIAL_SECURITY_NUMBER");

    /// <summary>The chassis number of a vehicle.</summary>
    public static GuardrailPiiEntityType VehicleIdentificationNumber { get; } = new("VEHICLE_IDENTIFICATION_NUMBER");
}
