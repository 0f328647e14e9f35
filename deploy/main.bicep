// ChiBoBot on Azure without a secret anywhere: a container app, its tables, and the bot's registration, all under one managed identity.

@description('Names the resources: 3 to 16 lower-case letters and digits.')
@minLength(3)
@maxLength(16)
param name string = 'chibobot'

@description('Where the resources lie.')
param location string = resourceGroup().location

@description('The container image, built from deploy/Dockerfile.')
param image string

@description('The Azure container registry that the image is pulled from, e.g. example.azurecr.io. Empty for a public image.')
param registry string = ''

@description('The Entra tenants whose people may talk to the bot.')
param tenantIds array = [
  tenant().tenantId
]

@description('The most instances that run at once. All of them share the tables.')
@minValue(1)
@maxValue(10)
param instances int = 2

var tableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
var storageName = take('${name}${uniqueString(resourceGroup().id)}', 24)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
}

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: storageName
  location: location
  kind: 'StorageV2'
  sku: {
    name: 'Standard_ZRS'
  }
  properties: {
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource mayKeepRecords 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage.id, identity.id, tableDataContributor)
  scope: storage
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableDataContributor)
  }
}

resource logs 'Microsoft.OperationalInsights/workspaces@2022-10-01' = {
  name: name
  location: location
  properties: {
    retentionInDays: 30
    sku: {
      name: 'PerGB2018'
    }
  }
}

resource apps 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: name
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }
}

var settings = [
  {
    name: 'Teams__AppId'
    value: identity.properties.clientId
  }
  {
    name: 'Connector__Credential'
    value: 'ManagedIdentity'
  }
  {
    name: 'Storage__Engine'
    value: 'AzureTables'
  }
  {
    name: 'Storage__Endpoint'
    value: storage.properties.primaryEndpoints.table
  }
  {
    // Which of a machine's identities Azure.Identity takes.
    name: 'AZURE_CLIENT_ID'
    value: identity.properties.clientId
  }
]

var tenantSettings = [for (id, i) in tenantIds: {
  name: 'Teams__TenantIds__${i}'
  value: id
}]

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    managedEnvironmentId: apps.id
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: 8080
        allowInsecure: false
      }
      registries: empty(registry) ? [] : [
        {
          server: registry
          identity: identity.id
        }
      ]
    }
    template: {
      containers: [
        {
          name: 'chibobot'
          image: image
          env: concat(settings, tenantSettings)
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          probes: [
            {
              type: 'Liveness'
              httpGet: {
                path: '/healthz'
                port: 8080
              }
              periodSeconds: 30
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/readyz'
                port: 8080
              }
              periodSeconds: 10
            }
          ]
        }
      ]
      scale: {
        minReplicas: 1
        maxReplicas: instances
      }
    }
  }
  dependsOn: [
    mayKeepRecords
  ]
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: storageName
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'F0'
  }
  properties: {
    displayName: 'ChiBoBot'
    endpoint: 'https://${app.properties.configuration.ingress.fqdn}/api/messages'
    msaAppId: identity.properties.clientId
    msaAppMSIResourceId: identity.id
    msaAppTenantId: tenant().tenantId
    msaAppType: 'UserAssignedMSI'
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
  }
}

@description('For chibobot package --bot-id.')
output botId string = identity.properties.clientId

@description('For chibobot package --domain.')
output domain string = app.properties.configuration.ingress.fqdn
